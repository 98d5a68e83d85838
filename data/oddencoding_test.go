package data

import (
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// encoded is a text in another charset.
func encoded(s string, e encoding.Encoding) string {
	b, err := e.NewEncoder().String(s)
	if err != nil {
		panic(err)
	}
	return b
}

func utf16(order unicode.Endianness, mark unicode.BOMPolicy) encoding.Encoding {
	return unicode.UTF16(order, mark)
}

// oddEncodings are texts that are not in UTF-8.
func oddEncodings() []odd {
	in := func(e encoding.Encoding) func(string) string { return func(s string) string { return encoded(s, e) } }
	label := func(text string) func(testing.TB, map[string]string) { return put("events.csv", 3, "label", text) }
	one := func(name, text string, e encoding.Encoding, mended bool, told string) odd {
		o := odd{name: name, change: all(label(text), file("events.csv", in(e))), told: []string{told}, mended: mended}
		if mended {
			o.meant = label(text)
		}
		return o
	}
	wide := []odd{}
	for name, e := range map[string]encoding.Encoding{
		"UTF-16, little": utf16(unicode.LittleEndian, unicode.UseBOM), "UTF-16, big": utf16(unicode.BigEndian, unicode.UseBOM),
		"UTF-16, little, no mark": utf16(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16, big, no mark": utf16(unicode.BigEndian, unicode.IgnoreBOM),
	} {
		wide = append(wide,
			odd{name: name, change: file("synonyms.csv", in(e)), told: []string{"synonyms.csv: found UTF-16 text, allowed: UTF-8 text; try: the same text in UTF-8"}, mended: true},
			odd{name: name + ", all tables", change: tables(func(s string) string { return encoded(delimited(s, '\t'), e) }), told: []string{"events.csv: found UTF-16 text", "figures.csv: found UTF-16 text"}, mended: true},
			odd{name: name + ", JSON", change: all(file("sources.json", in(e)), file("datapackage.json", in(e)), file("routes.geojson", in(e))), told: []string{"sources.json: found UTF-16 text", "datapackage.json: found UTF-16 text"}, mended: true},
		)
	}
	return append(wide,
		odd{
			name: "UTF-16, and a cell", change: all(put("events.csv", 2, "date", "2021/12/3"), file("events.csv", in(utf16(unicode.LittleEndian, unicode.UseBOM)))),
			told: []string{"events.csv: found UTF-16 text", `events.csv row 2, column date: found "2021/12/3"`}, mended: true,
		},
		odd{name: "UTF-32", change: file("events.csv", func(s string) string { return "\xFF\xFE\x00\x00" + s }), told: []string{"events.csv: found UTF-32 text"}},
		one("Windows-1252", "A café", charmap.Windows1252, true, `events.csv row 3: found Windows-1252 text, like "café", allowed: UTF-8 text; try: the same text in UTF-8`),
		one("Windows-1252, French", "Là-bas, l’été à Genève – « naïf »", charmap.Windows1252, true, "events.csv row 3: found Windows-1252 text"),
		one("Windows-1252, Spanish", "El Niño, ¿qué?", charmap.Windows1252, true, "events.csv row 3: found Windows-1252 text"),
		one("Windows-1252, German", "Müllers Größe, 5 € je m²", charmap.Windows1252, true, "events.csv row 3: found Windows-1252 text"),
		one("Windows-1252, quotes of a word processor", "A “good” speech—it’s…", charmap.Windows1252, true, "events.csv row 3: found Windows-1252 text"),
		one("Latin-1", "São Tomé", charmap.ISO8859_1, true, "events.csv row 3: found Windows-1252 text"),
		odd{
			name: "Windows-1250, in a dossier in Czech", change: all(edited("datapackage.json", `"language": "en-GB"`, `"language": "cs"`), label("Hradčany"), file("events.csv", in(charmap.Windows1250))),
			told: []string{"events.csv row 3: found Windows-1252 text"},
		},
		one("Windows-1251", "Речь", charmap.Windows1251, false, "events.csv row 3: found "),
		one("Windows-1251, capitals", "РЕЧЬ", charmap.Windows1251, false, "events.csv row 3: found "),
		one("Windows-1251, a sentence", "Он сказал речь о железной дороге, и все были рады.", charmap.Windows1251, false, "events.csv row 3: found text that is not UTF-8, allowed: UTF-8 text; try: save it from the spreadsheet as CSV UTF-8"),
		one("Greek", "Το λιμάνι του Πειραιά", charmap.Windows1253, false, "events.csv row 3: found "),
		one("Macintosh", "A café in Münster, L’Été", charmap.Macintosh, false, "events.csv row 3: found "),
		one("GB 18030", "一带一路", simplifiedchinese.GB18030, true, `events.csv row 3: found GB18030 text, like "一带一路", allowed: UTF-8 text; try: the same text in UTF-8`),
		one("GB 18030, a sentence", "推进“一带一路”建设工作领导小组办公室,2023年10月。", simplifiedchinese.GB18030, true, "events.csv row 3: found GB18030 text"),
		one("GBK, one character", "A 船", simplifiedchinese.GBK, true, `events.csv row 3: found GB18030 text, like "船"`),
		one("GBK, a rare character", "朱镕基总理在北京宣布了这个计划", simplifiedchinese.GBK, true, "events.csv row 3: found GB18030 text"),
		odd{
			name: "GB 18030, all tables", change: all(label("一带一路"), tables(in(simplifiedchinese.GB18030))), meant: label("一带一路"),
			told: []string{"events.csv row 3: found GB18030 text", "synonyms.csv row 2: found GB18030 text"}, mended: true,
		},
		odd{
			name: "GB 18030, JSON", change: all(edited("sources.json", "A Title", "一带一路"), file("sources.json", in(simplifiedchinese.GB18030))), meant: edited("sources.json", "A Title", "一带一路"),
			told: []string{"sources.json row 1: found GB18030 text"}, mended: true,
		},
		odd{
			name: "GB 18030, in a dossier in Korean", change: all(edited("datapackage.json", `"language": "en-GB"`, `"language": "ko"`), label("北京"), file("events.csv", in(simplifiedchinese.GB18030))),
			told: []string{"events.csv row 3: found GB18030 text"},
		},
		one("Big5", "港口建設計劃", traditionalchinese.Big5, false, "events.csv row 3: found "),
		one("Japanese", "港をつくるための計画について", japanese.ShiftJIS, false, "events.csv row 3: found "),
		one("Japanese of Unix", "港をつくるための計画について", japanese.EUCJP, false, "events.csv row 3: found "),
		one("Korean", "항구를 건설하기 위한 계획을 발표하였습니다", korean.EUCKR, false, "events.csv row 3: found "),
		odd{
			name: "two charsets", change: all(label("A café"), file("events.csv", in(charmap.Windows1252)), edited("events.csv", "Line opened", "Línea")),
			told: []string{"events.csv row 3: found Windows-1252 text"},
		},
		odd{name: "a spreadsheet", change: file("events.csv", func(string) string { return "PK\x03\x04\x14\x00\x06\x00" + strings.Repeat("\x00\xFF", 5000) }), told: []string{"events.csv: found a spreadsheet or another packed file"}},
		odd{name: "an old spreadsheet", change: file("events.csv", func(string) string { return "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 5000) }), told: []string{"events.csv: found a spreadsheet or another packed file"}},
		odd{name: "a picture", change: file("events.csv", func(string) string { return "\x89PNG\r\n\x1A\n" + strings.Repeat("\x00\xFF\r\n", 5000) }), told: []string{"events.csv"}},
	)
}

// The dossiers that come with the program, saved in another charset and mended,
// are what they were.
func TestBuiltinInOtherCharsets(t *testing.T) {
	for name, e := range map[string]encoding.Encoding{
		"UTF-16": utf16(unicode.LittleEndian, unicode.UseBOM), "GB18030": simplifiedchinese.GB18030,
	} {
		for _, b := range Builtins() {
			t.Run(name+"/"+b.Name, func(t *testing.T) {
				fsys := make(fstest.MapFS)
				err := fs.WalkDir(b.FS, ".", func(path string, entry fs.DirEntry, err error) error {
					if err != nil || entry.IsDir() {
						return err
					}
					content, err := fs.ReadFile(b.FS, path)
					if strings.HasSuffix(path, ".csv") {
						content = []byte(encoded(string(content), e))
					}
					fsys[path] = &fstest.MapFile{Data: content, Mode: 0o644}
					return err
				})
				if err != nil {
					t.Fatal(err)
				}
				ps := refused(t, fsys)
				if !strings.HasPrefix(ps[0].Found, name+" text") {
					t.Errorf("told as %v", ps[0])
				}
				mended, n, err := Mended(t.Context(), fsys, Watch{})
				if err != nil || n == 0 {
					t.Fatal(n, err)
				}
				got, want := mustOpen(t, mended), mustOpen(t, b.FS)
				got.index = want.index
				if !reflect.DeepEqual(got, want) {
					t.Error("it says something else")
				}
			})
		}
	}
}

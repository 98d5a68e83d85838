package data

import (
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

func TestCheckPath(t *testing.T) {
	good := []string{
		"pillars.csv", "tables/pillars.csv", "a/b/c.csv", "data-1_2 (new).csv", "表格/柱.csv", "concert.csv",
		"com.csv", "com10.csv", "lpt.csv", "console.txt", "nullable.csv", "a..b.csv",
	}
	for _, path := range good {
		if err := checkPath(path); err != nil {
			t.Errorf("checkPath(%q): %v", path, err)
		}
	}
	bad := map[string][]string{
		"an empty path":                            {""},
		"a path that is too long":                  {strings.Repeat("a/", 100) + "a"},
		"a path that is not UTF-8":                 {"a\xFFb.csv"},
		"a URL":                                    {"https://example.org/a.csv", "http:a", "file:///etc/passwd", "data:text/csv,a", "ftp://x", "s3://b/a.csv", "mailto:a"},
		"an empty part of a path":                  {"/a.csv", "//host/a.csv", "a//b.csv", "a/"},
		"a path with . or .. in it":                {".", "..", "../a.csv", "a/../b.csv", "./a.csv", "a/."},
		"a hidden file or folder":                  {".a.csv", ".git/config", "a/.b", "..."},
		"a name that is too long":                  {strings.Repeat("a", 101)},
		"a name that begins or ends with a space":  {"a.csv ", " a.csv", "a /b.csv", "a.", "a./b.csv"},
		"a character that not every platform allo": {`a\b.csv`, `C:\a.csv`, `\\host\a`, "C:a.csv", "a.csv:stream", "a\x00.csv", "a\nb.csv", "a\u0085b", "a*.csv", "a?.csv", `a".csv`, "a<b", "a|b", "a\u202Eb.csv", "a\u200Bb"},
		"the name of a Windows device": {
			"con", "CON", "nul.csv", "NUL.tar.gz", "aux.csv", "prn", "com1", "COM9.csv", "lpt1.csv", "com0", "COM¹.csv",
			"lpt².txt", "LPT³", "nul .csv", "a/con/b.csv", "CONIN$", "conout$.csv", "com1  .csv",
		},
	}
	for want, paths := range bad {
		for _, path := range paths {
			if err := checkPath(path); err == nil || !strings.HasPrefix(err.Error(), want) {
				t.Errorf("checkPath(%q) = %v, want %s", path, err, want)
			}
		}
	}
}

// A path that passes is local by the rules of this platform and of io/fs, and
// so is every part of it.
func FuzzPath(f *testing.F) {
	for _, path := range []string{"a.csv", "a/b.csv", "../a", "C:a", "nul.csv", "com¹", "a//b", "https://a", `a\b`, "a\u202E", "a "} {
		f.Add(path)
	}
	f.Fuzz(func(t *testing.T, path string) {
		if checkPath(path) != nil {
			return
		}
		if !fs.ValidPath(path) || !filepath.IsLocal(path) {
			t.Errorf("checkPath takes %q", path)
		}
		for segment := range strings.SplitSeq(path, "/") {
			if checkPath(segment) != nil || segment != filepath.Base(segment) || strings.ContainsAny(segment, `\:`) {
				t.Errorf("checkPath takes %q, but not its part %q", path, segment)
			}
		}
		if checkPath(path+"/") == nil || checkPath("/"+path) == nil || checkPath(path+"/..") == nil {
			t.Errorf("checkPath takes %q with an empty or dotted part", path)
		}
	})
}

package session

import (
	"fmt"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	full := Settings{
		Language: "zh-Hans", Scheme: "dark", TextSize: 150, Width: 1366, Height: 768, Place: "pillar/trade#project/silk-road-fund",
		Sidebar: FoldedSidebar,
		Reading: Reading{ReadSize: 130, Ground: "sepia", Serif: true, Alone: true, Unmarked: true, At: "harbour at=3.5"},
	}
	usual := Defaults().Reading
	dark := Defaults()
	dark.Scheme = "dark"
	tests := map[string]struct {
		in   string
		want Settings
	}{
		"all": {
			`{"version":1,"language":"zh-Hans","scheme":"dark","textSize":150,"width":1366,"height":768,"place":"pillar/trade#project/silk-road-fund",
"readSize":130,"readGround":"sepia","readSerif":true,"readAlone":true,"readUnmarked":true,"readAt":"harbour at=3.5","sidebar":"folded"}`, full,
		},
		"nothing":         {`{"version":1}`, Defaults()},
		"null":            {`{"version":1,"scheme":null,"textSize":null}`, Defaults()},
		"unknown member":  {`{"version":1,"fonts":["a"]}`, Defaults()},
		"wrong type":      {`{"version":1,"textSize":"150","scheme":"dark"}`, dark},
		"fraction":        {`{"version":1,"scheme":"dark","width":1280.5}`, dark},
		"huge":            {`{"version":1,"width":1e400,"scheme":"dark","height":9e99,"textSize":-9e99}`, dark},
		"object":          {`{"version":1,"width":{"a":[1]},"scheme":"dark","searches":{"b":2},"told":"yes"}`, dark},
		"unknown sidebar": {`{"version":1,"sidebar":"left"}`, Defaults()},
		"unknown scheme":  {`{"version":1,"scheme":"sepia"}`, Defaults()},
		"no language":     {`{"version":1,"language":"../etc"}`, Defaults()},
		"long language":   {`{"version":1,"language":"` + strings.Repeat("a", maxLanguage+1) + `"}`, Defaults()},
		"control in place": {
			`{"version":1,"place":"read/\u001b[2J"}`, Defaults(),
		},
		"long place": {
			`{"version":1,"place":"` + strings.Repeat("a", maxPlace+1) + `"}`, Defaults(),
		},
		"long reading place": {
			`{"version":1,"readAt":"` + strings.Repeat("a", maxAt+1) + `"}`, Defaults(),
		},
		"searches": {
			`{"version":1,"searches":["rail","","a\u0000b","` + strings.Repeat("c", maxSearch+1) + `","freight"]}`,
			withSearches("rail", "freight"),
		},
		"too many searches": {
			`{"version":1,"searches":["a","b","c","d","e","f","g","h","i","j","k"]}`,
			withSearches("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"),
		},
		"dossiers": {
			`{"version":1,"dossier":"/home/a/town","left":[{"dossier":"town","place":"figure"},{"dossier":"","place":"map"},{"dossier":"a","place":"\u0000"},{"dossier":"harbour","place":"read/3"}]}`,
			leftAt("/home/a/town", Leaving{"town", "figure"}, Leaving{"harbour", "read/3"}),
		},
		"long path of a dossier": {
			`{"version":1,"dossier":"` + strings.Repeat("a", maxPath+1) + `","left":7}`, Defaults(),
		},
		"too small": {
			`{"version":1,"textSize":-1,"width":0,"height":1,"readGround":"red"}`,
			Settings{Scheme: "system", TextSize: 100, Width: 640, Height: 480, Reading: usual},
		},
		"too large": {
			`{"version":1,"textSize":201,"width":99999,"height":99999}`,
			Settings{Scheme: "system", TextSize: 200, Width: 16384, Height: 16384, Reading: usual},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := read([]byte(test.in))
			if err != nil || got != test.want {
				t.Errorf("got %+v, %v, want %+v", got, err, test.want)
			}
		})
	}
}

func withSearches(texts ...string) Settings {
	s := Defaults()
	copy(s.Searches[:], texts)
	return s
}

func leftAt(dossier string, at ...Leaving) Settings {
	s := Defaults()
	s.Dossier = dossier
	copy(s.Left[:], at)
	return s
}

func TestADossierIsLeftAtOnePlace(t *testing.T) {
	var l Left
	for _, each := range []Leaving{{"a", "map"}, {"b", "figure"}, {"a", "read/2"}, {"c", strings.Repeat("x", maxLeft+1)}} {
		l = l.With(each.Dossier, each.Place)
	}
	if want := (Left{{"a", "read/2"}, {"b", "figure"}}); l != want || l.Place("a") != "read/2" || l.Place("c") != "" {
		t.Errorf("kept %q, want %q", l, want)
	}
	for i := range 20 {
		l = l.With(fmt.Sprint(i), "map")
	}
	if l[0].Dossier != "19" || l[len(l)-1].Dossier != "12" {
		t.Errorf("of many, the last are %q", l)
	}
}

// However long all texts are, the file can be read again.
func TestTheLongestSettingsAreRead(t *testing.T) {
	s := Defaults()
	wide := func(n int) string { return strings.Repeat("<", n) } // is escaped by six letters
	s.Place, s.Dossier, s.Folder, s.At = wide(maxPlace), wide(maxPath), wide(maxPath), wide(maxAt)
	for i := range s.Searches {
		s.Searches[i] = wide(maxSearch)
	}
	for i := range s.Left {
		s.Left[i] = Leaving{wide(maxName), wide(maxLeft)}
	}
	b, err := s.encoded()
	if err != nil {
		t.Fatal(err)
	}
	if got, err := read(b); err != nil || got != s {
		t.Errorf("of %d bytes: %v", len(b), err)
	}
}

func TestTheLatestSearchStandsFirstAndOnce(t *testing.T) {
	var s Searches
	for _, text := range []string{"a", "b", "a", "c"} {
		s = s.With(text)
	}
	if want := (Searches{"c", "a", "b"}); s != want {
		t.Errorf("kept %q, want %q", s, want)
	}
	for i := range 20 {
		s = s.With(strings.Repeat("x", i+1))
	}
	if s[0] != strings.Repeat("x", 20) || s[9] != strings.Repeat("x", 11) {
		t.Errorf("of many, the last are %q", s)
	}
	if got := s.With(""); got[0] != s[0] {
		t.Errorf("nothing was looked for, and is kept: %q", got)
	}
}

func TestReadDamaged(t *testing.T) {
	tests := map[string]struct{ in, why string }{
		"empty":         {"", "unexpected end"},
		"zeros":         {strings.Repeat("\x00", 100), "invalid character"},
		"torn":          {`{"version":1,"scheme":"da`, "unexpected end"},
		"not an object": {`[1]`, "cannot unmarshal array"},
		"null":          {`null`, "version 0"},
		"no version":    {`{"scheme":"dark"}`, "version 0"},
		"newer":         {`{"version":2}`, "version 2"},
		"version":       {`{"version":"1"}`, "version 0"},
		"below":         {`{"version":-1}`, "version -1"},
		"NaN":           {`{"version":1,"width":NaN}`, "invalid character"},
		"trailing":      {`{"version":1}{}`, "after top-level value"},
		"too long":      {`{"version":1}` + strings.Repeat(" ", maxFile), "192 KiB"},
		"not UTF-8":     {"{\"version\":1,\"place\":\"\xff\"}", "UTF-8"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := read([]byte(test.in))
			if err == nil || !strings.Contains(err.Error(), test.why) {
				t.Errorf("got %v, want an error with %q", err, test.why)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"version":1,"scheme":"dark","textSize":150,"width":1366,"height":768,"place":"figure/a"}`))
	f.Add([]byte(`{"version":1,"place":"<\u2028\ud800&>"}`))
	f.Add([]byte(`{"version":1,"version":2}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		s, err := read(in)
		if err != nil {
			return
		}
		if s != s.clamped() {
			t.Errorf("values out of range: %+v", s)
		}
		b, err := s.encoded()
		if err != nil {
			t.Fatal(err)
		}
		if again, err := read(b); err != nil || again != s {
			t.Errorf("read again: %+v, %v, want %+v", again, err, s)
		}
	})
}

func TestLongestPlaceFits(t *testing.T) {
	s := Defaults()
	s.Place, s.At = strings.Repeat("<", maxPlace), strings.Repeat("<", maxAt) // six bytes each in JSON
	for i := range s.Searches {
		s.Searches[i] = strings.Repeat("<", maxSearch-i)
	}
	b, err := s.encoded()
	if err != nil {
		t.Fatal(err)
	}
	if got, err := read(b); err != nil || got != s {
		t.Errorf("the longest place is not read back: %v", err)
	}
}

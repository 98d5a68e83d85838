package session

import (
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	full := Settings{
		Language: "zh-Hans", Scheme: "dark", TextSize: 150, Width: 1366, Height: 768, Place: "pillar/trade#project/silk-road-fund",
		Reading: Reading{ReadSize: 130, Ground: "sepia", Serif: true, Alone: true, Unmarked: true},
	}
	usual := Defaults().Reading
	tests := map[string]struct {
		in   string
		want Settings
	}{
		"all": {
			`{"version":1,"language":"zh-Hans","scheme":"dark","textSize":150,"width":1366,"height":768,"place":"pillar/trade#project/silk-road-fund",
"readSize":130,"readGround":"sepia","readSerif":true,"readAlone":true,"readUnmarked":true}`, full,
		},
		"nothing":        {`{"version":1}`, Defaults()},
		"null":           {`{"version":1,"scheme":null,"textSize":null}`, Defaults()},
		"unknown member": {`{"version":1,"fonts":["a"]}`, Defaults()},
		"unknown scheme": {`{"version":1,"scheme":"sepia"}`, Defaults()},
		"no language":    {`{"version":1,"language":"../etc"}`, Defaults()},
		"long language":  {`{"version":1,"language":"` + strings.Repeat("a", maxLanguage+1) + `"}`, Defaults()},
		"control in place": {
			`{"version":1,"place":"read/\u001b[2J"}`, Defaults(),
		},
		"long place": {
			`{"version":1,"place":"` + strings.Repeat("a", maxPlace+1) + `"}`, Defaults(),
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

func TestReadDamaged(t *testing.T) {
	tests := map[string]struct{ in, why string }{
		"empty":         {"", "unexpected end"},
		"zeros":         {strings.Repeat("\x00", 100), "invalid character"},
		"torn":          {`{"version":1,"scheme":"da`, "unexpected end"},
		"not an object": {`[1]`, "cannot unmarshal array"},
		"null":          {`null`, "version 0"},
		"no version":    {`{"scheme":"dark"}`, "version 0"},
		"newer":         {`{"version":2}`, "version 2"},
		"wrong type":    {`{"version":1,"textSize":"150"}`, "cannot unmarshal string"},
		"fraction":      {`{"version":1,"width":1280.5}`, "cannot unmarshal number"},
		"huge":          {`{"version":1,"width":1e400}`, "cannot unmarshal number"},
		"NaN":           {`{"version":1,"width":NaN}`, "invalid character"},
		"trailing":      {`{"version":1}{}`, "after top-level value"},
		"too long":      {`{"version":1}` + strings.Repeat(" ", maxFile), "64 KiB"},
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
	s.Place = strings.Repeat("<", maxPlace) // six bytes each in JSON
	b, err := s.encoded()
	if err != nil {
		t.Fatal(err)
	}
	if got, err := read(b); err != nil || got != s {
		t.Errorf("the longest place is not read back: %v", err)
	}
}

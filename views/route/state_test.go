package route

import (
	"math"
	"testing"
)

func TestStateLeavesOutWhatIsUsual(t *testing.T) {
	s := State{}
	s.SetNumber("scroll", 0, 0)
	s.SetNumber("year", math.NaN(), 0)
	s.SetNumber("lon", math.Inf(1), 4)
	s.SetFlag("table", false)
	s.Set("sort", "")
	if got := s.String(); got != "" {
		t.Errorf("the usual state is spelled %q", got)
	}
	s.SetNumber("scroll", 120.4, 0)
	s.SetNumber("lon", -11.123456, 4)
	s.SetFlag("table", true)
	s.Set("filter", "unit:countries;claim:a b")
	if got, want := s.String(), "filter=unit:countries;claim:a%20b&lon=-11.1235&scroll=120&table=1"; got != want {
		t.Errorf("spelled %q, want %q", got, want)
	}
	back, err := ParseState(s.String())
	if err != nil || back.Number("scroll") != 120 || back.Number("lon") != -11.1235 || !back.Flag("table") || back["filter"] != "unit:countries;claim:a b" {
		t.Errorf("read back it is %q, %v", back, err)
	}
	back.SetNumber("scroll", 0, 0)
	back.SetFlag("table", false)
	if back.Number("scroll") != 0 || back.Flag("table") || back.Number("filter") != 0 {
		t.Errorf("changed it is %q", back)
	}
}

func FuzzState(f *testing.F) {
	for _, s := range []string{"", "a=1", "a=1&b=", "a=%26&b=%3D", "=1", "a", "a=1&a=2", "A=1", "a=NaN"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		st, err := ParseState(s)
		if err != nil {
			return
		}
		again, err := ParseState(st.String())
		if err != nil || again.String() != st.String() {
			t.Fatalf("%q is spelled %q, which reads %q, %v", s, st, again, err)
		}
		for name := range st {
			if v := st.Number(name); math.IsNaN(v) || math.IsInf(v, 0) {
				t.Fatalf("%q is no number, but %v", st[name], v)
			}
		}
	})
}

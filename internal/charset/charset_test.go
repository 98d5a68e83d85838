package charset

import "testing"

func TestFromUTF16(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		low            int
	}{
		{"low bytes first", "4\x00 \x00k\x00", "4 k", 0},
		{"low bytes second", "\x004\x00\x20\x00k", "4 k", 1},
		{"a pair of surrogates", "\x3d\xd8\x00\xde", "😀", 0},
		{"a byte alone at the end", "4\x00k", "4", 0},
		{"nothing", "", "", 0},
	} {
		if got := FromUTF16([]byte(c.in), c.low); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestIsGB(t *testing.T) {
	for in, want := range map[string]bool{
		"\xd2\xbb\xb4\xf8\xd2\xbb\xc2\xb7": true, // 一带一路
		"caf\xe9 \x93na\xefve\x94":         false,
		"plain":                            false,
	} {
		if IsGB([]byte(in)) != want {
			t.Errorf("%q: got %v", in, !want)
		}
	}
}

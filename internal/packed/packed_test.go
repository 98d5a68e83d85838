package packed

import (
	"bytes"
	"compress/gzip"
	"testing"
)

func TestUnpack(t *testing.T) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte("a licence")); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		file []byte
		want string
	}{{b.Bytes(), "a licence"}, {nil, ""}, {[]byte("plain"), ""}} {
		if got := string(Unpack(c.file)); got != c.want {
			t.Errorf("%q holds %q", c.file, got)
		}
	}
}

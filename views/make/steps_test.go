package make

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"beltroad/data"
	"beltroad/internal/sheet"
)

func reading(text string) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
}

func TestReadBook(t *testing.T) {
	path := filepath.Join(t.TempDir(), "figures.csv")
	if err := os.WriteFile(path, []byte("label,text\n"+strings.Repeat("Homes,over 12\n", 100_000)), 0o600); err != nil {
		t.Fatal(err)
	}
	last, told := 0.0, 0
	b, err := readBook(context.Background(), "figures.csv", "", func() (io.ReadCloser, error) { return os.Open(path) }, func(share float64) { // #nosec G304 -- made above
		if share < last || share > 1 {
			t.Errorf("after %v comes %v", last, share)
		}
		last, told = share, told+1
	})
	var refused data.Problems
	if err != nil && !errors.As(err, &refused) || err == nil && len(b.Sheets) != 1 {
		t.Errorf("%v, %v", b.Sheets, err)
	}
	if told < 2 || last < 0.79 {
		t.Errorf("told %d times, up to %v", told, last)
	}
}

// What was chosen may be anything, and be gone.
func TestReadBookRefuses(t *testing.T) {
	ended, end := context.WithCancel(context.Background())
	end()
	for name, c := range map[string]struct {
		ctx  context.Context //nolint:containedctx // of a case
		open func() (io.ReadCloser, error)
		want error
	}{
		"cancelled": {ended, reading("label,text\n"), context.Canceled},
		"gone":      {context.Background(), func() (io.ReadCloser, error) { return nil, fs.ErrNotExist }, fs.ErrNotExist},
		"too large": {context.Background(), reading(strings.Repeat("x", sheet.MaxFile+1)), nil},
		"no sheet":  {context.Background(), reading("%PDF-1.7"), nil},
	} {
		_, err := readBook(c.ctx, "plan.csv", "", c.open, func(float64) {})
		var refused data.Problems
		if c.want != nil && !errors.Is(err, c.want) || c.want == nil && (!errors.As(err, &refused) || refused[0].File != "plan.csv") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A CSV file is one sheet; the others lie beside it, under the name that the spreadsheet
// has. Those of another are none of it.
func TestReadBookBeside(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"tram-Figures.csv": "label,text\nStops,over 12\n", "tram-About.csv": "Title,Tram\n", "Tram-Pillars.csv": "name\nMoney\n", "list.csv": "a,b\n1,2\n",
		"bus-Figures.csv": "label,text\nBuses,4\n", "bus-About.csv": "Title,Bus\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(dir, "tram-Figures.csv")
	b, err := readBook(context.Background(), filepath.Base(path), path, func() (io.ReadCloser, error) { return os.Open(path) }, func(float64) {}) // #nosec G304 -- made above
	var names []string
	for i := range b.Sheets {
		names = append(names, b.Sheets[i].Name)
	}
	slices.Sort(names)
	if want := []string{"Tram-Pillars", "tram-About", "tram-Figures"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("%q are read, %v", names, err)
	}
	packed := filepath.Join(dir, "town-Figures.csv") // several in a zip file, whatever it is called
	f, err := os.Create(packed)                      // #nosec G304 -- of the test
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	for _, name := range []string{"Figures.csv", "About.csv"} {
		if w, err := z.Create(name); err != nil {
			t.Fatal(err)
		} else if _, err := io.WriteString(w, "label,text\nStops,over 12\n"); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(z.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	b, err = readBook(context.Background(), filepath.Base(packed), packed, func() (io.ReadCloser, error) { return os.Open(packed) }, func(float64) {}) // #nosec G304 -- made above
	if err != nil || len(b.Sheets) != 2 {
		t.Errorf("of a zip file %d sheets are read, %v", len(b.Sheets), err)
	}
}

func TestRowsAreNamed(t *testing.T) {
	for _, id := range []string{"Figures!2", "What! is this!40000"} {
		if got := idOf(atOf(id)); got != id {
			t.Errorf("%q is %q", id, got)
		}
	}
	if at := atOf("nothing"); at.Row != 0 || at.Sheet != "" {
		t.Errorf("%+v", at)
	}
}

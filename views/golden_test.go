package views

import (
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

// The pictures of a few screens. They need -tags ci: with the system's fonts
// they would differ from desktop to desktop.
func TestScreensLookAsTheyDid(t *testing.T) {
	d := datatest.Open(t, fixture.Harbour()) // an edit of the built-in one changes no picture
	for name, c := range map[string]struct {
		place         string
		width, height float32
		scheme        ui.Scheme
	}{
		"overview":            {"overview", 1280, 800, ui.Light},
		"pillar-pane-dark":    {"pillar/quays#project/amber-lock", 1280, 800, ui.Dark},
		"figure":              {"figure/lock-ships", 1280, 800, ui.Light},
		"read":                {"read/7", 1280, 800, ui.Light},
		"overview-small-dark": {"overview", 1024, 768, ui.Dark},
		"timeline":            {"timeline", 1280, 800, ui.Light},
		"timeline-pane-dark":  {"timeline#figure/lock-ships", 1280, 800, ui.Dark},
	} {
		t.Run(name, func(t *testing.T) {
			look := Look{Width: c.width, Height: c.height, Scheme: c.scheme, TextScale: 1, Scale: 1}
			lookingAt(t, look)
			matches(t, name, pictureOf(materialOf(d), place(t, c.place), look))
		})
	}
}

// matches compares a picture with the one kept in testdata/golden. A picture
// that differs is written to testdata/failed.
func matches(t *testing.T, name string, got image.Image) {
	t.Helper()
	file := filepath.Join("testdata", "golden", name+".png")
	if uitest.Updating() {
		keep(t, file, got)
	}
	want, err := readPNG(file)
	if err != nil {
		keep(t, filepath.Join("testdata", "failed", name+".png"), got)
		t.Fatalf("%v; testdata/failed has the picture, -update keeps it", err)
	}
	if err := alike(got, want); err != nil {
		keep(t, filepath.Join("testdata", "failed", name+".png"), got)
		t.Errorf("%s: %v; testdata/failed has the picture", name, err)
	}
}

// near is how far a kept colour may be from the drawn one, of 255, in any channel.
const near = 3

// alike tells how two pictures differ. A level of rounding is no difference,
// and neither are a few pixels at the edges of letters.
func alike(got, want image.Image) error {
	const (
		level = near + 4 // of 255, in any channel
		share = 0.001    // of all pixels
	)
	if got.Bounds() != want.Bounds() {
		return fmt.Errorf("the size is %v, was %v", got.Bounds(), want.Bounds())
	}
	off, where := 0, image.Rectangle{}
	b := got.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if apart(got.At(x, y), want.At(x, y)) > level {
				off++
				where = where.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	if most := int(float64(b.Dx()*b.Dy()) * share); off > most {
		return fmt.Errorf("%d pixels differ, at most %d may: in %v", off, most, where)
	}
	return nil
}

// apart is the largest difference of two colours' channels.
func apart(a, b color.Color) int {
	ar, ag, ab, aa := a.RGBA()
	br, bg, bb, ba := b.RGBA()
	far := 0
	for _, c := range [][2]uint32{{ar, br}, {ag, bg}, {ab, bb}, {aa, ba}} {
		d := int(c[0]>>8) - int(c[1]>>8)
		far = max(far, d, -d)
	}
	return far
}

func readPNG(file string) (image.Image, error) {
	f, err := os.Open(file) // #nosec G304 -- our own
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return png.Decode(f)
}

// keep writes a picture as a small PNG.
func keep(t *testing.T, file string, img image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(file) // #nosec G304 -- our own
	if err != nil {
		t.Fatal(err)
	}
	e := png.Encoder{CompressionLevel: png.BestCompression}
	if err := e.Encode(f, reduced(img)); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// reduced is a picture in 256 colours, each near what it stands for: a third
// of the bytes.
func reduced(img image.Image) *image.Paletted {
	b := img.Bounds()
	count := map[color.Color]int{}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			count[img.At(x, y)]++
		}
	}
	byCount := slices.SortedFunc(maps.Keys(count), func(a, b color.Color) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), strings.Compare(fmt.Sprint(a), fmt.Sprint(b)))
	})
	var palette color.Palette
	for _, c := range byCount {
		if len(palette) < 256 && !slices.ContainsFunc(palette, func(p color.Color) bool { return apart(p, c) <= near }) {
			palette = append(palette, c)
		}
	}
	index := map[color.Color]uint8{}
	for c := range count {
		index[c] = uint8(palette.Index(c)) // #nosec G115 -- of 256
	}
	out := image.NewPaletted(b, palette)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			out.SetColorIndex(x, y, index[img.At(x, y)])
		}
	}
	return out
}

func TestAlikeTellsPicturesApart(t *testing.T) {
	grey := func(v uint8, changed int, to uint8) image.Image {
		img := image.NewRGBA(image.Rect(0, 0, 100, 100))
		for i := range img.Pix {
			img.Pix[i] = v
			if i%4 == 3 {
				img.Pix[i] = 255
			}
		}
		for i := range changed {
			img.SetRGBA(i%100, i/100, color.RGBA{v, to, v, 255})
		}
		return img
	}
	plain := grey(200, 0, 0)
	for name, c := range map[string]struct {
		img  image.Image
		same bool
	}{
		"itself":          {plain, true},
		"rounding":        {grey(206, 0, 0), true},
		"a shade":         {grey(209, 0, 0), false},
		"ten pixels":      {grey(200, 10, 90), true},
		"eleven pixels":   {grey(200, 11, 90), false},
		"many, a bit":     {grey(200, 4000, 206), true},
		"of another size": {image.NewRGBA(image.Rect(0, 0, 100, 99)), false},
		"eleven, a shade": {grey(200, 11, 208), false},
	} {
		if err := alike(c.img, plain); (err == nil) != c.same {
			t.Errorf("%s: %v", name, err)
		}
	}
}

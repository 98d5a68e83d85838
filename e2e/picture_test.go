//go:build e2e && linux

package e2e

import (
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// picture is what the display shows in the area of the window.
func (a *app) picture() *image.NRGBA {
	a.t.Helper()
	all := a.display.picture(a.t)
	s := a.now()
	area := image.Rect(0, 0, int(s.Width*s.Scale), int(s.Height*s.Scale))
	part, _ := all.SubImage(area).(*image.NRGBA)
	return part
}

// picture is what the whole display shows.
func (d *display) picture(t *testing.T) *image.NRGBA {
	t.Helper()
	b, err := os.ReadFile(d.pixels)
	must(t, err)
	all, err := decodeXWD(b)
	must(t, err)
	return all
}

// decodeXWD reads a picture in the X Window Dump format as Xvfb writes it:
// 32 bits for each pixel, the lowest byte first.
func decodeXWD(b []byte) (*image.NRGBA, error) {
	const fields = 25
	if len(b) < 4*fields {
		return nil, errors.New("xwd: no header")
	}
	field := func(n int) int { return int(binary.BigEndian.Uint32(b[4*n:])) }
	headerSize, width, height, byteOrder := field(0), field(4), field(5), field(7)
	bitsPerPixel, bytesPerLine, colors := field(11), field(12), field(19)
	if byteOrder != 0 || bitsPerPixel != 32 {
		return nil, errors.New("xwd: not a picture with 32 bits for each pixel, lowest byte first")
	}
	const colorSize = 12
	start := headerSize + colors*colorSize
	if start+height*bytesPerLine > len(b) || width*4 > bytesPerLine {
		return nil, errors.New("xwd: cut off")
	}
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			p := b[start+y*bytesPerLine+4*x:]
			img.SetNRGBA(x, y, color.NRGBA{R: p[2], G: p[1], B: p[0], A: 0xFF})
		}
	}
	return img, nil
}

// keepPicture saves a picture of the window if the test has failed, or the
// user wants them all.
func (a *app) keepPicture() {
	dir := os.Getenv("E2E_PICTURES")
	if dir == "" {
		if !a.t.Failed() {
			return
		}
		var err error
		if dir, err = os.MkdirTemp("", "beltroad-e2e-failed-"); err != nil {
			a.t.Error(err)
			return
		}
	}
	if err := a.savePicture(dir); err != nil {
		a.t.Error("no picture:", err)
	}
}

func (a *app) savePicture(dir string) error {
	if a.display.pixels == "" { // two displays keep no file
		return nil
	}
	b, err := os.ReadFile(a.display.pixels)
	if err != nil {
		return err
	}
	img, err := decodeXWD(b)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	f, err := os.Create(filepath.Join(dir, strings.ReplaceAll(a.t.Name(), "/", "-")+".png"))
	if err != nil {
		return err
	}
	a.t.Log("picture:", f.Name())
	return errors.Join(png.Encode(f, img), f.Close())
}

// The grounds of the page, from DESIGN.md.
var (
	lightGround = color.NRGBA{0xFB, 0xFA, 0xF7, 0xFF}
	darkGround  = color.NRGBA{0x12, 0x17, 0x1D, 0xFF}
)

// ground is the colour of the page beside the sidebar, where nothing is drawn.
func (a *app) ground() color.NRGBA {
	a.t.Helper()
	s := a.now()
	item := a.see("Overview")
	x, y := item.X+item.W+28, s.contentTop()+6
	return a.picture().NRGBAAt(int(x*s.Scale), int(y*s.Scale))
}

// waitGround waits until the page has that ground. Fyne clears the window with
// a colour that is up to two steps lighter than it was told.
func (a *app) waitGround(want color.NRGBA) {
	a.t.Helper()
	near := func(got, want uint8) bool { return got >= want && got-want <= 2 }
	a.until("the ground of the page being "+hex(want), func() bool {
		got := a.ground()
		return near(got.R, want.R) && near(got.G, want.G) && near(got.B, want.B)
	})
}

func hex(c color.NRGBA) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// share is how much of an item on screen has the colour, or nearly, from 0 to 1.
func (a *app) share(i item, want color.NRGBA) float32 {
	a.t.Helper()
	const off = 0x20 // edges are blended with what is around them
	near := func(got, want uint8) bool { return max(got, want)-min(got, want) <= off }
	scale := a.now().Scale
	img := a.picture()
	area := image.Rect(int(i.X*scale), int(i.Y*scale), int((i.X+i.W)*scale), int((i.Y+i.H)*scale)).Intersect(img.Bounds())
	n := 0
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if c := img.NRGBAAt(x, y); near(c.R, want.R) && near(c.G, want.G) && near(c.B, want.B) {
				n++
			}
		}
	}
	return float32(n) / float32(max(1, area.Dx()*area.Dy()))
}

func TestDecodeXWD(t *testing.T) {
	t.Parallel()
	for _, b := range [][]byte{nil, make([]byte, 100), make([]byte, 99)} {
		if _, err := decodeXWD(b); err == nil {
			t.Errorf("%d zero bytes are read as a picture", len(b))
		}
	}
}

package geo

import (
	"context"
	"image"
	"image/color"
	"math"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"
)

func rgbaOf(c color.Color) color.RGBA { return color.RGBAModel.Convert(c).(color.RGBA) }

// atPosition is the colour of a picture at a position on the Earth.
func atPosition(img *image.RGBA, v View, lon, lat float64) color.RGBA {
	x, y := v.Point(Project(lon, lat))
	return img.RGBAAt(int(x), int(y))
}

func TestPictureOfTheWorld(t *testing.T) {
	land, p := theLand(t), paint()
	for _, size := range []image.Point{{1280, 800}, {640, 400}, {300, 300}, {2560, 1600}} {
		v := View{}.Resized(float64(size.X), float64(size.Y))
		img := land.Picture(context.Background(), v, p)
		if img.Rect.Size() != size {
			t.Fatalf("the picture has the size %v, want %v", img.Rect.Size(), size)
		}
		for _, corner := range []image.Point{{}, {size.X - 1, 0}, {0, size.Y - 1}, {size.X - 1, size.Y - 1}} {
			if got := img.RGBAAt(corner.X, corner.Y); got != rgbaOf(p.Beside) {
				t.Errorf("%v: the corner %v is %v", size, corner, got)
			}
		}
		for _, c := range []struct {
			position
			want color.Color
		}{
			{position{"the Gulf of Guinea", -4, -5}, p.Sea},
			{position{"the middle of the Pacific", -140, 10}, p.Sea},
			{position{"north of Lagos", 4, 8.5}, p.Land},
			{position{"Mongolia", 103, 46}, p.Land},
			{position{"Antarctica", 80, -80}, p.Land},
		} {
			if got := atPosition(img, v, c.lon, c.lat); got != rgbaOf(c.want) {
				t.Errorf("%v: %s is %v, want %v", size, c.name, got, c.want)
			}
		}
	}
	v := View{}.Resized(1280, 800).Fit(Project(3.3792, 6.5244).Bound(), Margins{}).Zoom(4, 640, 400)
	if got := atPosition(land.Picture(context.Background(), v, p), v, 3.3792, 6.5244); got != rgbaOf(p.Land) {
		t.Errorf("Lagos is %v", got)
	}
}

// ground is whether there is land at a pixel and around it, or sea, or both.
func ground(rings Rings, v View, x, y float64) (land, sea bool) {
	const around = 4
	for _, by := range [][2]float64{{0, 0}, {-around, -around}, {around, around}, {-around, around}, {around, -around}} {
		lon, lat, ok := unproject(v.Plane(x+by[0], y+by[1]))
		if !ok {
			return true, true
		}
		if rings.Holds(lon, lat) {
			land = true
		} else {
			sea = true
		}
	}
	return land, sea
}

// seen are the rings of a view, cut off beside it: they hold the same, faster.
func seen(rings Rings, v View) Rings {
	var all Rings
	bound := v.Bound().Pad(50 / v.Scale)
	for _, o := range rings {
		if ring := clip.Ring(bound, o.Ring.Clone()); len(ring) > 0 {
			all = append(all, Outline{ring, ring.Bound()})
		}
	}
	return all
}

// Away from coasts a picture shows land where there is land, and nowhere else:
// no ring of Fiji or Chukotka is a band across the sea.
func TestPictureShowsLandWhereItIs(t *testing.T) {
	land, p := theLand(t), paint()
	whole := View{}.Resized(1280, 800)
	at := func(zoom, lon, lat float64) View {
		x, y := whole.Point(Project(lon, lat))
		v := whole.Zoom(zoom, x, y)
		return v.Reveal(Project(lon, lat), Margins{300, 500, 300, 500})
	}
	for _, c := range []struct {
		name string
		view View
	}{
		{"the world", whole},
		{"Chukotka", at(6, 180, 67)},
		{"Wrangel Island", at(25, 179, 71)},
		{"Fiji", at(25, 179, -17)},
		{"Antarctica at the edge", at(5, 185, -82)},
		{"Antarctica at the other edge", at(5, -165, -82)},
		{"Lagos", at(20, 3.4, 6.5)},
		{"the Caspian Sea", at(10, 51, 42)},
	} {
		img := land.Picture(context.Background(), c.view, p)
		rings := seen(land.Level(c.view.Scale), c.view)
		lands, seas := 0, 0
		for y := 12.5; y < c.view.Height; y += 24 {
			for x := 12.5; x < c.view.Width; x += 24 {
				isLand, isSea := ground(rings, c.view, x, y)
				got := img.RGBAAt(int(x), int(y))
				switch {
				case isLand && isSea:
				case isLand:
					if lands++; got == rgbaOf(p.Sea) || got == rgbaOf(p.Grid) || got == rgbaOf(p.Beside) {
						t.Errorf("%s: %v, %v is %v on land", c.name, x, y, got)
					}
				default: // an island may be smaller than a pixel
					if seas++; got == rgbaOf(p.Land) || got == rgbaOf(p.Beside) {
						t.Errorf("%s: %v, %v is %v at sea", c.name, x, y, got)
					}
				}
			}
		}
		if lands < 10 || seas < 10 {
			t.Errorf("%s: only %d points on land and %d at sea", c.name, lands, seas)
		}
	}
}

// Coasts run where a pixel is partly land, and where land meets sea just
// between two pixels.
func TestCoast(t *testing.T) {
	const sea, land, coast = '.', '#', '+'
	p := Paint{Sea: color.Gray{1}, Land: color.Gray{2}, Coast: color.Gray{250}}
	for _, c := range []struct{ above, row, want string }{
		{"........", "........", "........"},
		{"########", "########", "########"},
		{"####....", "####....", "####+..."}, // at the right
		{"....####", "....####", "....+###"},
		{"........", "########", "++++++++"}, // below
		{"########", "........", "++++++++"},
		{"###.....", ".....###", "+++..+++"},
		{"o#######", "o#######", "+#######"}, // partly land: what is beside needs no coast of its own
		{"o.......", "o.......", "+......."},
		{"oooooooo", "........", "........"},
		{"oooooooo", "########", "########"},
		{"########", "#oooooo#", "#++++++#"},
		{"................#...............", "................................", "................+..............."},
		{"################################", "#############..#################", "#############+++################"},
	} {
		s := shader{paint: p}
		s.mix()
		mask := func(row string) []uint8 {
			cover := map[rune]uint8{'.': 0, '#': 255, 'o': 128}
			var m []uint8
			for _, r := range row {
				m = append(m, cover[r])
			}
			return m
		}
		row := s.plain(0, len(c.row))
		s.land(row, mask(c.row), mask(c.above), s.plain(255, len(c.row)))
		got := ""
		for x := range len(c.row) {
			switch v := row[4*x]; v {
			case 1:
				got += string(sea)
			case 2:
				got += string(land)
			default:
				got += string(coast)
			}
		}
		if got != c.want {
			t.Errorf("%s below %s is drawn %s, want %s", c.row, c.above, got, c.want)
		}
	}
}

func TestEqual(t *testing.T) {
	for _, length := range []int{1, 7, 8, 9, 15, 16, 17, 64} {
		for same := 1; same <= length; same++ {
			for _, v := range []uint8{0, 7, 255} {
				b := make([]uint8, length)
				for i := range b {
					if b[i] = v; i >= same {
						b[i] = v + 1
					}
				}
				if got := equal(b); got != same {
					t.Fatalf("%v begins with %d equal bytes, not %d", b, same, got)
				}
			}
		}
	}
}

// A picture does not depend on what was drawn before it.
func TestPicturesAreDrawnAnew(t *testing.T) {
	land, p := theLand(t), paint()
	whole := View{}.Resized(400, 300)
	first := land.Picture(context.Background(), whole, p)
	for range 3 {
		land.Picture(context.Background(), whole.Fit(Project(103, 46).Bound(), Margins{}), p) // land alone
		big := View{}.Resized(500, 380)
		land.Release(land.Picture(context.Background(), big, p)) // the next is drawn in its memory, perhaps
		if again := land.Picture(context.Background(), whole, p); string(again.Pix) != string(first.Pix) {
			t.Fatal("the same view is drawn otherwise")
		}
	}
}

func TestPicturesOfOddViews(t *testing.T) {
	land, p := theLand(t), paint()
	for _, v := range []View{
		{},
		{Width: 0, Height: 10, Scale: 1},
		{Width: 1, Height: 1, Scale: 1},
		{Width: 33.3, Height: 20.1, Scale: 50},
		{Centre: orb.Point{50, 50}, Width: 20, Height: 20, Scale: 100},
	} {
		img := land.Picture(context.Background(), v, p)
		if want := image.Rect(0, 0, int(math.Ceil(v.Width)), int(math.Ceil(v.Height))); img.Rect != want {
			t.Errorf("%+v gives a picture of %v", v, img.Rect)
		}
	}
	rnd := dice()
	for range 100 { // small pictures are filled by another way of counting
		v := View{}.Resized(1+rnd.Float64()*300, 1+rnd.Float64()*200).Fit(anyBound(rnd), Margins{})
		fine := 1 + 3*rnd.Float64()
		v.Scale, v.Width, v.Height = v.Scale*fine, v.Width*fine, v.Height*fine
		land.Picture(context.Background(), v, p)
	}
	far := View{Centre: orb.Point{50, 50}, Width: 20, Height: 20, Scale: 100}
	if got := land.Picture(context.Background(), far, p).RGBAAt(10, 10); got != rgbaOf(p.Beside) {
		t.Errorf("beside the map it is %v", got)
	}
	if got := (&Land{}).Picture(context.Background(), View{}.Resized(100, 80), p).RGBAAt(45, 45); got != rgbaOf(p.Sea) {
		t.Errorf("without land it is %v", got)
	}
}

// The grid runs over the sea alone.
func TestGridIsOnTheSea(t *testing.T) {
	land, p := theLand(t), paint()
	v := View{}.Resized(1280, 800)
	img := land.Picture(context.Background(), v, p)
	for _, c := range []struct {
		position
		want color.Color
	}{
		{position{"the equator in the Pacific", -140.3, 0}, p.Grid},
		{position{"the equator in Africa", 20.5, 0}, p.Land},
		{position{"the meridian of Greenwich in the Atlantic", 0, -30.9}, p.Grid},
		{position{"30° west", -30, 20.3}, p.Grid},
		{position{"beside it", -28, 20.3}, p.Sea},
	} {
		x, y := v.Point(Project(c.lon, c.lat))
		found := false
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				found = found || img.RGBAAt(int(x)+dx, int(y)+dy) == rgbaOf(c.want)
			}
		}
		if !found {
			t.Errorf("%s is %v, want %v", c.name, img.RGBAAt(int(x), int(y)), c.want)
		}
	}
}

func TestAPictureIsGivenUp(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	land := theLand(t)
	if img := land.Picture(ctx, View{}.Resized(400, 300), paint()); img != nil {
		t.Error("it was drawn to the end")
	}
	land.Release(nil) // which does no harm
}

// The lines of the graticule run where the picture has its grid.
func TestGraticule(t *testing.T) {
	land, p := &Land{}, paint()
	for _, zoom := range []float64{1, 4, 20} {
		v := View{}.Resized(800, 500).Zoom(zoom, 300, 200)
		img := land.Picture(context.Background(), v, p)
		on, all := 0, 0
		for _, line := range Graticule(v) {
			for _, s := range Strokes(line, v, Dashes{3, 3}) {
				x, y := int(s.X1), int(s.Y1)
				if x < 2 || y < 2 || x > 797 || y > 497 {
					continue
				}
				all++
				for dx := -2; dx <= 2; dx++ {
					if grid := rgbaOf(p.Grid); img.RGBAAt(x+dx, y) == grid || img.RGBAAt(x, y+dx) == grid {
						on++
						break
					}
				}
			}
		}
		if all < 50 || on < all*95/100 {
			t.Errorf("at %vx %d of %d places of the graticule are on the grid", zoom, on, all)
		}
	}
}

package ui

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// leaf is an object for layouts: either of one size, or, like text, of an area
// that needs more height the narrower it is.
type leaf struct {
	canvas.Rectangle

	area float32
}

func solid(w, h float32) *leaf {
	l := &leaf{}
	l.SetMinSize(fyne.NewSize(w, h))
	return l
}

func flowing(area float32) *leaf { return &leaf{area: area} }

func (l *leaf) HeightFor(width float32) float32 {
	if l.area == 0 {
		return l.MinSize().Height
	}
	const line = 20 // so many lines of text
	return line * float32(math.Ceil(float64(l.area/max(width, 1)/line)))
}

func hidden(o fyne.CanvasObject) fyne.CanvasObject {
	o.Hide()
	return o
}

type rect struct{ x, y, w, h float32 }

func rects(objs ...fyne.CanvasObject) []rect {
	var all []rect
	for _, o := range objs {
		all = append(all, rect{o.Position().X, o.Position().Y, o.Size().Width, o.Size().Height})
	}
	return all
}

func TestLayoutsPutObjects(t *testing.T) {
	for name, c := range map[string]struct {
		make   func(a, b, c fyne.CanvasObject) *fyne.Container
		width  float32
		height float32 // that it needs for the width
		given  float32 // that it gets; 0: what it needs
		want   string
	}{
		"column":                 {func(a, b, c fyne.CanvasObject) *fyne.Container { return Column(5, a, b, c) }, 100, 110, 0, "[{0 0 100 20} {0 25 100 40} {0 70 100 40}]"},
		"column with room":       {func(a, b, c fyne.CanvasObject) *fyne.Container { return Column(5, a, b, c) }, 100, 110, 200, "[{0 0 100 20} {0 25 100 40} {0 70 100 40}]"},
		"column without one":     {func(a, b, c fyne.CanvasObject) *fyne.Container { return Column(5, a, hidden(b), c) }, 100, 65, 0, "[{0 0 100 20} {0 0 0 0} {0 25 100 40}]"},
		"empty column":           {func(fyne.CanvasObject, fyne.CanvasObject, fyne.CanvasObject) *fyne.Container { return Column(5) }, 100, 0, 0, "[{0 0 0 0} {0 0 0 0} {0 0 0 0}]"},
		"sink":                   {func(a, b, c fyne.CanvasObject) *fyne.Container { return Sink(5, a, b, c) }, 100, 110, 0, "[{0 0 100 20} {0 25 100 40} {0 70 100 40}]"},
		"sink with room":         {func(a, b, c fyne.CanvasObject) *fyne.Container { return Sink(5, a, b, c) }, 100, 110, 200, "[{0 0 100 20} {0 25 100 40} {0 160 100 40}]"},
		"grid of one":            {func(a, b, c fyne.CanvasObject) *fyne.Container { return Grid(60, 4, 10, a, b, c) }, 100, 120, 0, "[{0 0 100 20} {0 30 100 40} {0 80 100 40}]"},
		"grid of three":          {func(a, b, c fyne.CanvasObject) *fyne.Container { return Grid(60, 4, 10, a, b, c) }, 200, 80, 0, "[{0 0 60 80} {70 0 60 80} {140 0 60 80}]"},
		"grid, widest row rules": {func(a, b, c fyne.CanvasObject) *fyne.Container { return Grid(60, 2, 10, a, b, c) }, 130, 130, 0, "[{0 0 60 40} {70 0 60 40} {0 50 60 80}]"},
		"grid without one":       {func(a, b, c fyne.CanvasObject) *fyne.Container { return Grid(60, 2, 10, a, hidden(b), c) }, 130, 80, 0, "[{0 0 60 80} {0 0 0 0} {70 0 60 80}]"},
		"flow":                   {func(a, b, _ fyne.CanvasObject) *fyne.Container { return Flow(10, a, b, solid(50, 10)) }, 140, 40, 0, "[{0 0 30 20} {40 0 40 40} {0 0 0 0}]"},
		"flow that wraps":        {func(a, b, _ fyne.CanvasObject) *fyne.Container { return Flow(10, a, b) }, 75, 70, 0, "[{0 0 30 20} {0 30 40 40} {0 0 0 0}]"},
		"flow, just so wide":     {func(a, b, _ fyne.CanvasObject) *fyne.Container { return Flow(10, a, b) }, 80, 40, 0, "[{0 0 30 20} {40 0 40 40} {0 0 0 0}]"},
		"flow too wide":          {func(a, b, _ fyne.CanvasObject) *fyne.Container { return Flow(10, a, b) }, 25, 70, 0, "[{0 0 25 20} {0 30 25 40} {0 0 0 0}]"},
		"row":                    {func(a, b, c fyne.CanvasObject) *fyne.Container { return Row(10, 2, a, b, c) }, 190, 40, 0, "[{0 10 30 20} {40 0 40 40} {90 0 100 40}]"},
		"row without growth":     {func(a, b, _ fyne.CanvasObject) *fyne.Container { return Row(10, -1, a, b) }, 190, 40, 60, "[{0 20 30 20} {40 10 40 40} {0 0 0 0}]"},
		"row that grows first":   {func(a, b, _ fyne.CanvasObject) *fyne.Container { return Row(10, 0, a, b) }, 190, 40, 0, "[{0 10 140 20} {150 0 40 40} {0 0 0 0}]"},
		"row without one":        {func(a, b, c fyne.CanvasObject) *fyne.Container { return Row(10, 2, hidden(a), b, c) }, 150, 40, 0, "[{0 0 0 0} {0 0 40 40} {50 0 100 40}]"},
		"inset":                  {func(_, _, c fyne.CanvasObject) *fyne.Container { return Inset(1, 2, 3, 8, c) }, 110, 44, 0, "[{0 0 0 0} {0 0 0 0} {8 1 100 40}]"},
		"stack":                  {func(a, b, c fyne.CanvasObject) *fyne.Container { return Stack(a, b, c) }, 100, 40, 0, "[{0 0 100 40} {0 0 100 40} {0 0 100 40}]"},
		"width":                  {func(_, _, c fyne.CanvasObject) *fyne.Container { return Width(100, c) }, 300, 40, 0, "[{0 0 0 0} {0 0 0 0} {0 0 100 40}]"},
		"at most, wide":          {func(_, _, c fyne.CanvasObject) *fyne.Container { return AtMost(100, c) }, 300, 40, 0, "[{0 0 0 0} {0 0 0 0} {0 0 100 40}]"},
		"at most, narrow":        {func(_, _, c fyne.CanvasObject) *fyne.Container { return AtMost(100, c) }, 40, 100, 0, "[{0 0 0 0} {0 0 0 0} {0 0 40 100}]"},
	} {
		t.Run(name, func(t *testing.T) {
			a, b, f := solid(30, 20), solid(40, 40), flowing(3900) // 40 high where it is 100 wide, 80 where it is 60
			box := c.make(a, b, f)
			height := HeightFor(box, c.width)
			if height != c.height {
				t.Errorf("it needs the height %g, want %g", height, c.height)
			}
			if c.given > 0 {
				height = c.given
			}
			box.Resize(fyne.NewSize(c.width, height))
			if got := fmt.Sprint(rects(a, b, f)); got != c.want {
				t.Errorf("objects at %s, want %s", got, c.want)
			}
			if _, forgets := box.Layout.(*atMost); !forgets {
				if m := box.MinSize(); m.Height != c.height {
					t.Errorf("laid out, its least height is %g, want %g", m.Height, c.height)
				}
			}
		})
	}
}

func TestGridBalancesFewObjects(t *testing.T) {
	for _, c := range []struct {
		objects, most int
		width         float32
		columns       int
	}{
		{4, 4, 430, 4},
		{4, 4, 429, 2},
		{4, 4, 210, 2},
		{4, 4, 209, 1}, // 2 and 2 rather than 3 and 1
		{3, 4, 430, 3},
		{3, 3, 320, 3},
		{3, 3, 319, 2},
		{5, 3, 1000, 3},
		{2, 3, 1000, 2},
		{1, 3, 1000, 1},
		{0, 3, 1000, 3},
		{9, 2, 1000, 2},
		{9, 2, 10, 1},
	} {
		l := &grid{cell: 100, gap: 10, most: c.most}
		n, cell := l.columns(c.objects, c.width)
		if n != c.columns {
			t.Errorf("%d objects on %g get %d columns, want %d", c.objects, c.width, n, c.columns)
		}
		if all := cell*float32(n) + l.gap*float32(n-1); math.Abs(float64(all-c.width)) > 0.01 {
			t.Errorf("%d columns of %g fill %g of %g", n, cell, all, c.width)
		}
	}
}

// boxes makes random layouts in layouts.
func boxes(random *rand.Rand, depth int) fyne.CanvasObject {
	if depth == 0 {
		if random.IntN(2) == 0 {
			return solid(random.Float32()*40, random.Float32()*40)
		}
		return flowing(random.Float32() * 8000)
	}
	objs := make([]fyne.CanvasObject, random.IntN(5))
	for i := range objs {
		objs[i] = boxes(random, depth-1)
		if random.IntN(6) == 0 {
			objs[i].Hide()
		}
	}
	gap := float32(random.IntN(20))
	switch random.IntN(8) {
	case 0:
		return Column(gap, objs...)
	case 1:
		return Sink(gap, objs...)
	case 2:
		return Grid(widest(objs)+1+random.Float32()*100, 1+random.IntN(4), gap, objs...)
	case 3:
		for i := range objs { // at their own size, so they need one
			objs[i] = solid(random.Float32()*80, random.Float32()*40)
		}
		return Flow(gap, objs...)
	case 4:
		return Row(gap, random.IntN(len(objs)+1)-1, objs...)
	case 5:
		return Inset(gap, random.Float32()*20, random.Float32()*20, gap, objs...)
	case 6:
		o := boxes(random, depth-1)
		return AtMost(o.MinSize().Width+random.Float32()*200, o)
	default:
		o := boxes(random, depth-1)
		return Width(o.MinSize().Width+random.Float32()*50, o)
	}
}

func TestLayoutsKeepObjectsApartAndInside(t *testing.T) {
	for seed := range uint64(3000) {
		random := rand.New(rand.NewPCG(seed, 2)) // #nosec G404 -- the same each time
		o := boxes(random, 1+random.IntN(3))
		for range 3 { // again, at another width: a layout must not hang on the last
			width := o.MinSize().Width + random.Float32()*600
			height := HeightFor(o, width)
			o.Resize(fyne.NewSize(width, height+float32(random.IntN(2))*random.Float32()*50))
			if again := HeightFor(o, width); again != height {
				t.Fatalf("seed %d: laid out, the height for %g went from %g to %g", seed, width, height, again)
			}
			if err := apartAndInside(o); err != nil {
				t.Fatalf("seed %d at %g: %v", seed, width, err)
			}
		}
	}
}

// apartAndInside looks for what sticks out of its layout or lies on its neighbour.
func apartAndInside(o fyne.CanvasObject) error {
	box, ok := o.(*fyne.Container)
	if !ok {
		return nil
	}
	const slack = 0.05 // rounding
	size := box.Size()
	_, heap := box.Layout.(*inset) // lies on one another on purpose
	var shown []fyne.CanvasObject
	for _, c := range box.Objects {
		if !c.Visible() {
			continue
		}
		p, s := c.Position(), c.Size()
		if p.X < -slack || p.Y < -slack || p.X+s.Width > size.Width+slack || p.Y+s.Height > size.Height+slack {
			return fmt.Errorf("%T of %v has a child at %v of %v", box.Layout, size, p, s)
		}
		if need := HeightFor(c, s.Width); s.Height < need-slack {
			return fmt.Errorf("%T of %v gives a child the height %g at the width %g, it needs %g", box.Layout, size, s.Height, s.Width, need)
		}
		for _, d := range shown {
			q, r := d.Position(), d.Size()
			if !heap && min(p.X+s.Width, q.X+r.Width)-max(p.X, q.X) > slack && min(p.Y+s.Height, q.Y+r.Height)-max(p.Y, q.Y) > slack {
				return fmt.Errorf("%T of %v has children on one another: at %v of %v, at %v of %v", box.Layout, size, p, s, q, r)
			}
		}
		shown = append(shown, c)
		if err := apartAndInside(c); err != nil {
			return err
		}
	}
	return nil
}

func TestFrameGivesTheMiddleWhatIsLeft(t *testing.T) {
	head, middle, foot := flowing(1900), solid(10, 10), solid(10, 30)
	for _, c := range []struct {
		size fyne.Size
		want string
	}{
		{fyne.NewSize(100, 200), "[{0 0 100 20} {0 20 100 150} {0 170 100 30}]"},
		{fyne.NewSize(50, 200), "[{0 0 50 40} {0 40 50 130} {0 170 50 30}]"},
		{fyne.NewSize(100, 40), "[{0 0 100 20} {0 20 100 0} {0 10 100 30}]"}, // too low for all
	} {
		Frame(head, middle, foot).Resize(c.size)
		if got := fmt.Sprint(rects(head, middle, foot)); got != c.want {
			t.Errorf("at %v parts at %s, want %s", c.size, got, c.want)
		}
	}
}

func TestReserveKeepsRoomForTheTallest(t *testing.T) {
	short, long := Label("short", SizeBody, ColorInk), Label("a text that is much longer, and wraps", SizeBody, ColorInk)
	r := Reserve(short, Label("short", SizeBody, ColorInk), long)
	for _, width := range []float32{60, 120, 400} {
		if got, want := HeightFor(r, width), long.HeightFor(width); got != want {
			t.Errorf("%g wide it is %g high, want %g", width, got, want)
		}
	}
	laidOut(r, 60)
	short.SetText(long.String())
	if short.Size() != r.Size() || HeightFor(r, 60) != r.Size().Height {
		t.Errorf("the text has %v of %v", short.Size(), r.Size())
	}
}

// What is wider than the flow gets the height that it needs for the flow's width.
func TestFlowWrapsWhatIsTooWide(t *testing.T) {
	tag := NewActionChip("name", nil, Run{Text: "a name of many words that goes over several lines"})
	flow := laidOut(Flow(6, NewActionChip("small", nil, Run{Text: "small"}), tag), 120)
	if tag.Size().Width != 120 || tag.Size().Height != tag.HeightFor(120) || tag.HeightFor(120) < 2*tag.HeightFor(1000)-2*tagAir {
		t.Errorf("a tag of %v is in a flow of %v", tag.Size(), flow.Size())
	}
	if got := tag.Position().Y + tag.Size().Height; got != flow.Size().Height {
		t.Errorf("it ends at %g of %g", got, flow.Size().Height)
	}
}

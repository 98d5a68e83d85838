package mapdata

import (
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"beltroad/internal/geo"
)

// State is what is seen on a map: what is chosen, and from where it is looked at.
// States compare with ==, and are written as a few named values.
type State struct {
	Filter

	Centre orb.Point // of the view, on the plane
	Scale  float64   // pixels for each unit of the plane; 0: all that the filter shows
	Width  int       // of the view, in pixels; 0: it is not known
	Height int
}

// Of a view whose size is not known: the map's page in a window of usual size.
const (
	usualWidth  = 1000
	usualHeight = 700
)

// Sized is the state as it shows the same of the map in another size: all of it, and
// no more beside it than another shape has.
func (s State) Sized(width, height float64) State {
	wide, high := float64(usualWidth), float64(usualHeight)
	if s.Width > 0 && s.Height > 0 {
		wide, high = float64(s.Width), float64(s.Height)
	}
	s.Scale *= min(width/wide, height/high)
	return s
}

// The digits of a view after the point: a difference is less than a hundredth
// of a pixel at every scale.
const (
	centreDigits = 6
	scaleDigits  = 3
)

// StateOf is what a map with a filter shows in a view, as it can be written.
func StateOf(f Filter, v geo.View) State {
	s := State{Filter: f}
	if s.Scale = rounded(v.Scale, scaleDigits); s.Scale > 0 {
		s.Centre = orb.Point{rounded(v.Centre[0], centreDigits), rounded(v.Centre[1], centreDigits)}
		if w, h := math.Round(v.Width), math.Round(v.Height); w >= 1 && h >= 1 && max(w, h) <= mostSize {
			s.Width, s.Height = int(w), int(h)
		}
	} else {
		s.Scale = 0
	}
	return s
}

// View is the state's view in a size of another one: no further than the map
// reaches. What rounding alone took beyond that stays, or the view would be
// another one each time that it is read.
func (s State) View(sized geo.View) geo.View {
	const fine = 0.05 // of a pixel
	v := sized
	v.Centre, v.Scale = s.Centre, s.Scale
	held := v.Zoom(1, v.Width/2, v.Height/2)
	x, y := held.Point(v.Centre)
	grown := math.Abs(held.Scale/v.Scale-1) * max(v.Width, v.Height)
	if math.Hypot(x-v.Width/2, y-v.Height/2)+grown < fine {
		return v
	}
	return held
}

func rounded(v float64, digits int) float64 {
	p := math.Pow10(digits)
	return math.Round(v*p)/p + 0 // no negative zero
}

// The names of the values.
const (
	keyX       = "x"
	keyY       = "y"
	keyScale   = "scale"
	keySize    = "size"
	keyYear    = "year"
	keyHide    = "hide"
	keyPillar  = "pillar"
	keyProject = "project"
	keyOnly    = "only"
)

// Values writes a state; what is as in the zero State is left out.
func (s State) Values() map[string]string {
	v := map[string]string{}
	set := func(key, value string) {
		if value != "" {
			v[key] = value
		}
	}
	set(keyHide, string(s.Hidden))
	set(keyPillar, s.Pillar)
	set(keyProject, s.Project)
	if s.Only {
		set(keyOnly, "yes")
	}
	if s.Year != 0 {
		set(keyYear, strconv.Itoa(s.Year))
	}
	if s.Scale > 0 {
		set(keyX, number(s.Centre[0], centreDigits))
		set(keyY, number(s.Centre[1], centreDigits))
		set(keyScale, number(s.Scale, scaleDigits))
		if s.Width > 0 && s.Height > 0 {
			set(keySize, strconv.Itoa(s.Width)+"x"+strconv.Itoa(s.Height))
		}
	}
	return v
}

func number(v float64, digits int) string {
	return strconv.FormatFloat(rounded(v, digits), 'f', -1, 64)
}

// StateFrom reads what Values writes. What cannot be read is as in the zero State.
func StateFrom(values map[string]string) State {
	s := State{Filter: Filter{
		Hidden: SetOf(strings.Split(values[keyHide], between)...), Pillar: values[keyPillar], Project: values[keyProject], Only: values[keyOnly] == "yes",
	}}
	const last = 9999
	if year, err := strconv.Atoi(values[keyYear]); err == nil && year > 0 && year <= last {
		s.Year = year
	}
	const far = 100 // times the globe's radius: panels may lie on much of a small view
	x, okX := parsed(values[keyX], far, centreDigits)
	y, okY := parsed(values[keyY], far, centreDigits)
	if scale, ok := parsed(values[keyScale], geo.Closest, scaleDigits); ok && okX && okY && scale > 0 {
		s.Centre, s.Scale = orb.Point{x, y}, scale
		s.Width, s.Height = size(values[keySize])
	}
	return s
}

// mostSize is how large a view is at most, in pixels.
const mostSize = 100_000

// size reads "788x640"; any other text is none.
func size(text string) (width, height int) {
	w, h, _ := strings.Cut(text, "x")
	width, errW := strconv.Atoi(w)
	height, errH := strconv.Atoi(h)
	if errW != nil || errH != nil || min(width, height) < 1 || max(width, height) > mostSize {
		return 0, 0
	}
	return width, height
}

// parsed reads a number of at most so much; ok is false for any other text.
func parsed(text string, most float64, digits int) (v float64, ok bool) {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || !(math.Abs(v) <= most) {
		return 0, false
	}
	return rounded(v, digits), true
}

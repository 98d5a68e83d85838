package views

import (
	"context"
	"image"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/lesson"
	"beltroad/internal/mapdata"
	"beltroad/internal/slide"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/slides"
)

// Slides are slides of every kind, for a dossier without a lesson.
func Slides(d *data.Dossier) []lesson.Slide {
	var all []lesson.Slide
	seen := map[string]bool{}
	for _, r := range Screens(d) {
		kind := string(r.Kind) + "#" + string(r.Pane.Kind)
		if !seen[kind] {
			seen[kind] = true
			all = append(all, lesson.Slide{Place: r.String()})
		}
	}
	for _, role := range []struct {
		kind route.Kind
		role data.SectionRole
	}{{route.Principles, data.Principles}, {route.Commitments, data.Commitments}} {
		for _, section := range d.SectionsOf(role.role) {
			if tasks := d.Tasks(section.ID); len(tasks) > 0 {
				all = append(all, lesson.Slide{Place: string(role.kind) + "?" + slides.Statement + "=" + tasks[0].ID})
				break
			}
		}
	}
	if f := d.Figures(); len(f) > 0 && f[0].Quantity.Value > 0 {
		all = append(all, lesson.Slide{Place: route.To(route.Figure, f[0].ID).String(), Predict: &lesson.Predict{Figure: f[0].ID, To: 2 * f[0].Quantity.Value}})
	}
	return all
}

// SlidePicture draws a slide as it is laid out for a look's size.
func SlidePicture(d *data.Dossier, s *slide.Slide, look Look) (image.Image, error) {
	l := s.Lay(slide.Size{Width: float64(look.Width), Height: float64(look.Height), Scale: float64(look.TextScale)}, paint.Measure)
	letters := drawing.Letters{}
	for _, l := range l.Letterings() {
		letters[l] = paint.Letter(l, float64(look.Scale))
	}
	return drawing.Raster(context.Background(), l.Sheet, paint.Palette(look.theme(d).ColorOf), float64(look.Scale), letters, nil)
}

// slideMaker makes slides in a look's words.
func slideMaker(d *data.Dossier, look Look) *slides.Maker {
	return slides.NewMaker(d, record.NewWords(look.words(), d), mapdata.New(d))
}

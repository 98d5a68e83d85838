package views

import (
	"context"
	"fmt"
	"image"
	"os"
	"path/filepath"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/lesson"
	"beltroad/internal/mapdata"
	"beltroad/internal/slide"
	"beltroad/views/figure"
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
		if r.Kind == route.Differences && figure.Differing(d) == 0 { // of which a slide says that there is none
			continue
		}
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

// TourLesson writes a picture of each slide of a lesson into the folder; of one that
// hides a figure also how it stands before.
func TourLesson(d *data.Dossier, l *lesson.Lesson, id, dir string, look Look, tell func(file string)) error {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return err
	}
	at, _ := newLocation(id) // no setting is kept
	prepare(at.fyne, look)
	return tourSlides(d, l.Slides, dir, look, tell)
}

// tourSlides writes pictures of slides, as they stand in a lesson.
func tourSlides(d *data.Dossier, all []lesson.Slide, dir string, look Look, tell func(file string)) error {
	m := slides.NewMaker(d, record.NewWords(look.words(), d), mapdata.New(d))
	write := func(i int, s slide.Slide, name string) error {
		s.Of = m.Place(i+1, len(all))
		file := filepath.Join(dir, fmt.Sprintf("slide-%02d%s.png", i+1, name))
		img, err := SlidePicture(d, &s, look)
		if err != nil {
			return err
		}
		tell(file)
		return writePNG(file, img)
	}
	part := ""
	for i, s := range all {
		if s.Section != "" {
			part = s.Section
		}
		if s.Predict != nil {
			if err := write(i, m.Asked(s, part), "-asked"); err != nil {
				return err
			}
		}
		if err := write(i, m.Of(s, part), ""); err != nil {
			return err
		}
	}
	return nil
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

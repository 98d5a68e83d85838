package views

import (
	"errors"
	"fmt"
	"strconv"

	"beltroad/data"
	"beltroad/internal/lesson"
	"beltroad/internal/likeness"
	"beltroad/views/route"
	"beltroad/views/slides"
)

// CheckLessons tells what is wrong with the lessons that come with a dossier,
// and what in them is only doubtful: places and figures that it does not have.
func CheckLessons(d *data.Dossier) (wrong, doubtful data.Problems) {
	f := likeness.New(d)
	for _, file := range d.Lessons() {
		l, err := lesson.Parse(file.Bytes)
		if err != nil {
			wrong = append(wrong, notLesson(file.Path, err))
			continue
		}
		if name := d.Metadata().Name; l.Dossier.Name != name {
			doubtful = append(doubtful, data.Problem{File: file.Path, Column: "dossier.name", Found: strconv.Quote(l.Dossier.Name), Allowed: strconv.Quote(name)})
		}
		for i, s := range slides.HereAll(f, *l).Slides {
			if s.Place != "" && !placeIn(d, s.Place) {
				doubtful = append(doubtful, data.Problem{
					File: file.Path, Column: fmt.Sprintf("slides[%d].place", i), Found: fmt.Sprintf("%.80q", s.Place), Allowed: "a place that the dossier has",
				})
			}
			if s.Predict == nil {
				continue
			}
			if _, ok := d.Figure(s.Predict.Figure); !ok {
				doubtful = append(doubtful, data.Problem{
					File: file.Path, Column: fmt.Sprintf("slides[%d].predict.figure", i), Found: fmt.Sprintf("%.80q", s.Predict.Figure), Allowed: "id of a figure",
				})
			}
		}
	}
	return wrong, doubtful
}

func notLesson(file string, err error) data.Problem {
	p := data.Problem{File: file, Found: err.Error(), Allowed: "a lesson, as docs/lessons.md tells"}
	if r, ok := errors.AsType[*lesson.Refused](err); ok && r.Slide > 0 {
		p.Column = fmt.Sprintf("slides[%d]", r.Slide-1)
	}
	return p
}

// placeIn tells whether a spelling is that of a place of a dossier.
func placeIn(d *data.Dossier, place string) bool {
	r, err := route.Parse(place)
	return err == nil && exists(d, r)
}

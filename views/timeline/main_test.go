package timeline

import (
	"fmt"
	"os"
	"path"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/timeline"
	"beltroad/views/record"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Run(m, &ui.Theme{Scheme: ui.Light})) }

var usual = fyne.NewSize(900, 600)

// words are those of a dossier that is not shipped: an edit of that changes no looks.
func words(t testing.TB) *record.Words {
	t.Helper()
	d := datatest.Open(t, fixture.Harbour())
	return record.NewWords(uitest.English(), d)
}

func date(t *testing.T, s string) data.Date {
	t.Helper()
	d, err := data.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// few is a timeline with one item of each kind, in two lanes.
func few(t *testing.T) *timeline.Timeline {
	t.Helper()
	moment := func(id, at string, lane int) timeline.Item {
		d := date(t, at)
		e := &data.Event{ID: id, Date: d, Label: "Label of " + id, Paragraph: 7, Project: id}
		return timeline.Item{Record: timeline.Record{Event: e}, Lane: lane, Span: timeline.Of(d), Claim: data.Reported}
	}
	period := func(id, from, to string) timeline.Item {
		a, b := date(t, from), date(t, to)
		f := &data.Figure{ID: id, Period: data.Period{Start: a, End: b}, Quantity: data.Quantity{Text: "21 million"}, Label: "Label of " + id, Paragraph: 7}
		return timeline.Item{
			Record: timeline.Record{Figure: f}, Lane: 1, Span: timeline.Span{From: timeline.Of(a).From, To: timeline.Of(b).To}, Claim: data.Reported,
		}
	}
	open, ahead := period("open", "2021", "2023"), period("ahead", "2024", "2025")
	open.OpenStart, open.OpenEnd, open.Figure.Period.End = true, true, data.Date{}
	ahead.Ahead, ahead.Claim = true, data.Estimate
	horizon := moment("horizon", "2025", 1)
	horizon.Ahead, horizon.Claim = true, data.Estimate
	tl := &timeline.Timeline{
		Lanes:   []timeline.Lane{{}, {Pillar: "rail", Name: "Rail", Order: 2}},
		Items:   []timeline.Item{moment("year", "2021", 0), moment("month", "2022-03", 0), moment("day", "2023-10-17", 0), period("period", "2021", "2022"), open, ahead, horizon},
		Written: date(t, "2023"), First: 2021, Last: 2023,
	}
	tl.Bounds = timeline.Span{From: timeline.Of(date(t, "2021")).From - 30, To: timeline.EndOf(2025) + 30}
	return tl
}

// many is a timeline of n items in one lane; all on one day, or a day apart each.
func many(t *testing.T, n int, apart bool) *timeline.Timeline {
	t.Helper()
	tl := few(t)
	tl.Lanes = tl.Lanes[:1]
	tl.Items = nil
	for i := range n {
		d := data.Date{Year: 2022, Month: 3, Day: 1}
		if apart {
			d.Day += int8(i % 28)
		}
		tl.Items = append(tl.Items, timeline.Item{
			Record: timeline.Record{Event: &data.Event{ID: fmt.Sprint("item-", i), Date: d, Label: fmt.Sprint("Item ", i), Paragraph: 7, Project: fmt.Sprint(i)}},
			Span:   timeline.Of(d), Claim: data.Reported,
		})
	}
	return tl
}

// drawn is a drawing of a timeline on a page, and what was opened.
func drawn(t *testing.T, tl *timeline.Timeline) (*Drawing, *[]string) {
	t.Helper()
	uitest.Wear(t, &ui.Theme{Scheme: ui.Light})
	var opened []string
	d := NewDrawing(tl, words(t), func(it *timeline.Item) { opened = append(opened, path.Base(it.ID())) })
	uitest.InWindow(t, ui.Page(ui.Column(0, d, ui.Gap(2000))), usual)
	return d, &opened
}

// laidOut gives a drawing a width and the height that it needs for it.
func laidOut(d *Drawing, width float32) *Drawing {
	d.Resize(fyne.NewSize(width, d.HeightFor(width)))
	return d
}

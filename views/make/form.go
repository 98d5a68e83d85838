package make

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/amount"
	"beltroad/internal/draft"
	"beltroad/internal/making"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// form is where a row is corrected.
type form struct {
	page    *Page
	row     draft.Row
	content fyne.CanvasObject
	scroll  *ui.Scroller
	first   fyne.Focusable
	said    *ui.Text
	why     *ui.Text
	right   *ui.Button
	as      *ui.Filter
	fields  map[string]*record.Field
	most    *fyne.Container // has the upper value
	pillar  *ui.Filter
	claim   *ui.Filter
	typing  string // the column that was typed into last: what stands there is its writer's
}

// comparators are the choices, in the order of their use.
var comparators = []data.Comparator{data.Exact, data.Over, data.Under, data.About, data.Range, data.Order, data.Rank}

func (p *Page) newForm(r *draft.Row) *form {
	f := &form{page: p, fields: map[string]*record.Field{}}
	say := p.words.Say
	var as, claims []ui.Option
	for _, c := range comparators {
		as = append(as, ui.Option{Key: string(c), Name: say("make.as." + string(c))})
	}
	for _, c := range []data.Claim{data.Reported, data.Estimate, data.Commitment, data.Opinion} {
		claims = append(claims, ui.Option{Key: string(c), Name: p.words.Claim(c)})
	}
	f.as = f.choice("make.field.as", making.Comparator, as)
	f.claim = f.choice("make.field.claim", making.Claim, claims)
	f.pillar = f.choice("make.field.pillar", making.Pillar, f.pillars())
	f.said, f.why = ui.Label("", ui.SizeBody, ui.ColorInk), ui.Label("", ui.SizeCaption, ui.ColorInk)
	f.right = ui.NewButton(say("make.right"), f.confirm, false)
	f.first = f.as
	field := func(key, name string, lines int) fyne.CanvasObject {
		e := record.NewField(say(key), "", "", lines, func(text string) { f.typed(name, text) })
		e.Undo, e.Leave = p.Undo, p.close
		f.fields[name] = e
		return ui.Column(4, ui.Label(say(key), ui.SizeCaption, ui.ColorMuted), ui.NewNative(e))
	}
	value := field("make.field.value", making.Value, 1)
	f.most = ui.Column(0, field("make.field.most", making.Max, 1))
	unit := field("make.field.unit", making.Unit, 1)
	counts := field("make.field.counts", making.Counts, 3)
	named := func(key string, o fyne.CanvasObject) fyne.CanvasObject {
		return ui.Column(4, ui.Label(say(key), ui.SizeCaption, ui.ColorMuted), o)
	}
	end := ui.NewLink(say("close"), ui.SizeSmall, p.close)
	f.scroll = ui.NewScroller(ui.Inset(24, 24, 32, 24, ui.Column(12,
		ui.Row(8, 0, ui.Label(p.where(r), ui.SizeCaption, ui.ColorMuted), end),
		ui.Strong(r.Written, ui.SizeTitle, ui.ColorInk), ui.Label(r.Label, ui.SizeBody, ui.ColorInk),
		f.said, f.why, ui.Flow(0, f.right), ui.Rule(),
		named("make.field.as", f.as), value, f.most, unit, counts,
		named("make.field.pillar", f.pillar), named("make.field.claim", f.claim))))
	f.content = ui.Ground(ui.ColorCard, f.scroll)
	f.show(r)
	return f
}

// choice is a drop-down for a column.
func (f *form) choice(of, name string, options []ui.Option) *ui.Filter {
	return ui.NewFilter("", options, nil, func(key *string) {
		value := ""
		if key != nil {
			value = *key
		}
		f.typing = ""
		f.set(name, value)
	}).For(f.page.words.Say(of))
}

// pillars are those that the figures of the spreadsheet stand in.
func (f *form) pillars() []ui.Option {
	names := map[string]bool{}
	if found := f.page.work.Found(); found != nil {
		for i := range found.Rows {
			if name := found.Rows[i].Pillar; name != "" {
				names[name] = true
			}
		}
		if found.Dossier != nil {
			for _, pillar := range found.Dossier.Pillars() {
				names[pillar.Name] = true
			}
		}
	}
	return ui.Options(names, func(name string) string { return name })
}

// show shows a row as it is understood now. What was typed stays as it was typed: it may
// be half a number, and is understood beside the window while more is typed.
func (f *form) show(r *draft.Row) {
	f.row = *r
	q := r.Quantity
	f.said.Hidden = !r.Understood
	if r.Understood {
		f.said.SetText(f.page.meant(q))
	}
	mark := f.page.mark(r)
	f.why.Hidden = mark == ""
	f.why.SetRuns(ui.Run{Text: mark, Size: ui.SizeCaption, Color: markColor(r)})
	f.right.Hidden = !r.Understood || r.Doubt == ""
	f.choose(f.as, making.Comparator, string(q.Comparator), "make.as.none")
	f.choose(f.pillar, making.Pillar, r.Pillar, "make.pillar.none")
	f.choose(f.claim, making.Claim, string(r.Claim), "make.claim.none")
	f.most.Hidden = q.Comparator != data.Range && q.Comparator != data.Order
	f.write(making.Value, digits(q.Value, r.Valued))
	f.write(making.Max, digits(q.Max, r.Valued && q.Max != 0))
	f.write(making.Unit, q.Unit)
	f.write(making.Counts, q.Counts)
	f.scroll.Relayout()
}

// choose shows what a column says. Its first choice takes back what was corrected; where
// nothing was, it is what is said where the column says nothing.
func (f *form) choose(of *ui.Filter, name, value, none string) {
	_, corrected := f.page.work.Corrected(f.row.At)[name]
	if corrected {
		none = "make.written"
	}
	of.First(f.page.words.Say(none), corrected || value == "")
	if value == "" {
		of.Set(nil)
		return
	}
	of.Set(&value)
}

// write shows a text in a field that is not typed into.
func (f *form) write(name, text string) {
	e := f.fields[name]
	if e.Text == text || f.typing == name {
		return
	}
	changed := e.OnChanged
	e.OnChanged = nil
	e.SetText(text)
	e.OnChanged = changed
}

// digits is a number as it is typed.
func digits(v float64, is bool) string {
	if !is {
		return ""
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// typed takes what is typed. A number may be typed in words, too: "1.2 million".
func (f *form) typed(name, text string) {
	f.typing = name
	text = strings.TrimSpace(text)
	if name == making.Value || name == making.Max {
		if text != "" {
			a, ok := amount.Guess(text)
			if !ok || a.Comparator != data.Exact {
				return // it is not typed to its end
			}
			text = strconv.FormatFloat(a.Value, 'f', -1, 64)
		}
	}
	f.set(name, text)
}

// set corrects a column. What the wording was asked for is kept with it: half a
// correction would be none.
func (f *form) set(name, value string) {
	values := map[string]string{name: value}
	corrected := f.page.work.Corrected(f.row.At) // which may not be understood yet
	switch {
	case !slices.Contains([]string{making.Comparator, making.Value, making.Max}, name):
	case value == "": // then that of the wording need not be kept with it any more
		for other, written := range f.written() {
			if corrected[other] == written {
				values[other] = ""
			}
		}
	case f.row.Understood:
		for other, now := range quantity(f.row.Quantity) {
			if _, is := corrected[other]; other != name && !is {
				values[other] = now
			}
		}
	}
	f.page.set(&f.row, values, f.typing)
}

// written is the quantity as the wording says it.
func (f *form) written() map[string]string {
	a, ok := amount.Guess(f.row.Written)
	if !ok {
		return nil
	}
	return quantity(data.Quantity{Comparator: a.Comparator, Value: a.Value, Max: a.Max})
}

// quantity is what a quantity comes to in the format's columns.
func quantity(q data.Quantity) map[string]string {
	all := map[string]string{making.Comparator: string(q.Comparator), making.Value: digits(q.Value, true)}
	if q.Max != 0 && (q.Comparator == data.Range || q.Comparator == data.Order) {
		all[making.Max] = digits(q.Max, true)
	}
	return all
}

// confirm says that the row is understood as it is meant.
func (f *form) confirm() {
	f.typing = ""
	f.page.set(&f.row, quantity(f.row.Quantity), "")
	f.page.host.Focus(f.as)
}

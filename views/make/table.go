package make

import (
	"cmp"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"beltroad/data"
	"beltroad/internal/draft"
	"beltroad/internal/making"
	"beltroad/internal/message"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// newTable makes the table of figures.
func (p *Page) newTable() *ui.Table {
	title := func(key string) string { return p.words.Say("make.column." + key) }
	t := ui.NewTable([]ui.TableColumn{
		{Title: title("written"), Share: 26},
		{Title: title("understood"), Share: 34},
		{Title: title("unit"), Width: 92, Spare: 2, Named: true},
		{Title: title("counts"), Share: 40},
		{Title: title("where"), Width: 96, Spare: 1, Named: true},
	}, p.open, func(int) {})
	t.Empty = p.words.Say("table.empty")
	return t
}

// rows are the figures that were found; nil: none are.
func (p *Page) rows(f *making.Found) ui.TableRows {
	if f == nil {
		return ui.TableRows{}
	}
	return ui.TableRows{
		Len: len(f.Rows),
		ID:  func(i int) string { return idOf(f.Rows[i].At) },
		Row: func(i int) ui.TableRow { return p.tableRow(&f.Rows[i]) },
	}
}

func (p *Page) tableRow(r *draft.Row) ui.TableRow {
	understood := []fyne.CanvasObject{}
	label := r.Written + ", "
	if r.Understood {
		said := p.meant(r.Quantity)
		understood = append(understood, ui.Label(said, ui.SizeBody, ui.ColorInk))
		label += said
	}
	if mark := p.mark(r); mark != "" {
		understood = append(understood, ui.NewText(ui.Run{Text: mark, Size: ui.SizeCaption, Color: markColor(r)}))
		label += ", " + mark
	}
	counts := []fyne.CanvasObject{ui.Label(cmp.Or(r.Quantity.Counts, r.Label), ui.SizeBody, ui.ColorInk)}
	if r.Claim != "" {
		counts = append(counts, ui.Flow(0, record.NewBadge(r.Claim, p.words.Claim(r.Claim))))
	}
	return ui.TableRow{ID: idOf(r.At), Label: label, Cells: []fyne.CanvasObject{
		ui.Strong(r.Written, ui.SizeBody, ui.ColorInk),
		ui.Column(2, understood...),
		ui.Label(r.Quantity.Unit, ui.SizeBody, ui.ColorInk),
		ui.Column(4, counts...),
		ui.Label(p.where(r), ui.SizeCaption, ui.ColorMuted),
	}}
}

// mark says that a row has to be looked at; empty: it has not.
func (p *Page) mark(r *draft.Row) string {
	switch {
	case !r.Understood && r.Doubt != "":
		return p.words.Say("make.not", map[string]any{"Why": p.words.Say("make.why."+r.Doubt, map[string]any{"Part": r.Part})})
	case !r.Understood && r.Quantity.Comparator != "" && r.Quantity.Unit == "":
		return p.words.Say("make.not", map[string]any{"Why": p.words.Say("make.why.unit")})
	case !r.Understood && r.Quantity.Max == 0 && (r.Quantity.Comparator == data.Range || r.Quantity.Comparator == data.Order):
		return p.words.Say("make.not", map[string]any{"Why": p.words.Say("make.why.most")})
	case !r.Understood:
		return p.words.Say("make.not.plain")
	case r.Doubt != "":
		return p.words.Say("make.doubt", map[string]any{"Why": p.words.Say("make.why."+r.Doubt, map[string]any{"Part": r.Part})})
	case len(p.work.Corrected(r.At)) > 0:
		return p.words.Say("make.corrected")
	default:
		return ""
	}
}

func markColor(r *draft.Row) fyne.ThemeColorName {
	switch {
	case !r.Understood:
		return theme.ColorNameError
	case r.Doubt != "":
		return ui.ColorAccent
	default:
		return ui.ColorMuted
	}
}

// where is the row of the spreadsheet, and the paragraph that it names.
func (p *Page) where(r *draft.Row) string {
	row := p.words.Say("make.row", map[string]any{"Row": strconv.Itoa(r.Row)})
	if r.Paragraph > 0 {
		return row + " · " + record.Cite(r.Paragraph)
	}
	return row
}

// meant is a quantity in words: "more than 230".
func (p *Page) meant(q data.Quantity) string {
	args := map[string]any{"Number": p.words.Number(q.Value, message.Short)}
	if q.Comparator == data.Range || q.Comparator == data.Order {
		args["Most"] = p.words.Number(q.Max, message.Short)
	}
	return p.words.Say("make.meant."+string(q.Comparator), args)
}

// problems is a table of what has to be mended, in words.
func (p *Page) problems(all data.Problems) fyne.CanvasObject {
	t := record.NewProblems(p.words.Printer, "sheet", p.jump)
	t.Show(all)
	return t.Table
}

// jump has the row corrected that a problem is about, if it is a figure's.
func (p *Page) jump(of data.Problem) {
	at := draft.At{Sheet: of.File, Row: of.Row}
	if f := p.work.Found(); f != nil {
		if _, ok := f.Row(at); ok {
			p.open(idOf(at))
			return
		}
	}
	p.host.Copy(of.String())
	p.host.Say(p.words.Say("copied"))
}

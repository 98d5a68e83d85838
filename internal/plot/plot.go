// Package plot computes charts of the ledger's figures, as marks of a drawing.
//
// What keeps a chart from misleading is decided here: how a comparator ends a
// bar, which figures may share an axis, what has to be said under the title.
package plot

import (
	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/wording"
)

// The parts of a chart: what its marks are for.
const (
	PartTitle drawing.Part = iota
	PartNote
	PartGrid
	PartAxis   // the base line, tick labels and the name of the axis
	PartBar    // what shows a figure's number; grows from Plot.Base
	PartTail   // the part of a bar beyond the stated value, or its soft end
	PartLabel  // what a figure is
	PartBadge  // the sign of its claim
	PartValue  // its wording
	PartLegend // explains the marks in use
	PartSource
	PartElsewhere // what other sources say of a figure
)

// Item is what a chart has of one figure, from top to bottom.
type Item struct {
	Figure string
	Hit    drawing.Box // the whole row: where pointer and focus find it
	Drawn  bool        // it has a place on the axis; else it is a row of text
	From   float64
	To     float64 // From, To: the stated extent on the axis, in pixels from the left; To at the stated value
	End    float64 // where the mark ends with its open or soft end; at least To
	Tip    Tip
}

// Tip is what a tooltip says of a figure: translated, never empty.
type Tip struct {
	Label      string
	Wording    string // as in the source: "more than 40"
	Comparator string // what that means: "a lower bound, with an open end"
	Counts     string
	Claim      string
	Period     string
	AsOf       string
	Speaker    string
	When, Who  string   // period or date, and speaker, in words that stand alone: "No date stated"
	Cite       string   // "¶15"
	Elsewhere  []string // what other sources say, where it is drawn
}

// Note is something a reader has to know before comparing.
type Note struct {
	Text    string   // as it stands under the title
	Details []string // all of it, where Text is shortened: one line each
}

// Axis is the kind of axis.
type Axis uint8

// The axes. Auto is linear, unless an order of magnitude is to be shown.
const (
	Auto Axis = iota
	LinearAxis
	LogAxis
)

// Options say how a chart is to be computed. The zero value of each field but
// Words is useful.
type Options struct {
	Width  float64 // of the plot; what is too narrow for any text is widened
	Axis   Axis
	Bare   bool // without title, notes and source, for who shows them otherwise
	Far    bool // to be read from afar: all text of one size, and no legend
	Untold bool // without notes, source and tips, for who has them from [Told]
	Dense  bool // labels and wordings above thin bars, which lets more rows be read from afar; not beside other sources, whose signs are higher

	Title   string
	Source  string // the work that the figures come from: "Zheng Shanjie, Qiushi, 2024"
	Dossier string // name and version: "beltroad 1.0"

	Rows      int            // figures that are drawn at most; 0: [MostRows]
	Highlight []string       // ids of the figures that others are set beside
	Pillars   map[string]int // order of the pillars by id, see [PillarOrders]
	// Elsewhere is the dossier whose other sources stand beside the bars; nil: none do.
	Elsewhere *data.Dossier

	TextSize float64         // of labels and values; 0: 14
	Measure  drawing.Measure // nil: widths are estimated
	Words    *wording.Words
}

// Plot is a chart, computed for one size.
type Plot struct {
	Width, Height float64
	Axis          Axis           // LinearAxis or LogAxis
	Base          float64        // x of zero, or of the left end of a logarithmic axis: bars grow from here
	Marks         []drawing.Mark // in drawing order
	Keys          []Key          // of the legend
	Items         []Item         // from top to bottom, each figure once
	Figures       []data.Figure  // that are drawn, in the order of the ledger
	All           int            // how many there are, drawn or not

	Title  string
	Notes  []Note
	Source string // line with paragraphs, dossier and version
	Legend []string
	Amount float64 // that one sign of a pictogram stands for; 0: bars
	Unit   string  // of the axis, as in the ledger; empty: rows of text alone
}

// ItemAt finds what lies under a point.
func (p *Plot) ItemAt(x, y float64) (Item, bool) {
	// Items come in rows from top to bottom, so halving finds them.
	lo, hi := 0, len(p.Items)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if h := p.Items[mid].Hit; y >= h.Y+h.H {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(p.Items) && p.Items[lo].Hit.Contains(x, y) {
		return p.Items[lo], true
	}
	return Item{}, false
}

// Set is a choice of figures that a chart can show together.
type Set struct {
	ID        string // stable: "unit/USD/reported", "pillar/trade", "figure/trade-volume"
	Topic     Topic
	About     string // id of the pillar, project or figure it is for; empty: the whole ledger
	Unit      string
	Claim     data.Claim // the kind of all of them; empty: several kinds
	Figures   []string   // ids, in the order of the ledger
	Highlight []string   // ids of those that the others are set beside
}

// Topic is what a set of figures is for.
type Topic string

// The topics.
const (
	TopicUnit    Topic = "unit" // all of one unit
	TopicPillar  Topic = "pillar"
	TopicProject Topic = "project"
	TopicFigure  Topic = "figure" // a figure among those of its unit
)

// Refusal says why figures make no chart, and which of them do.
type Refusal struct {
	Reason string        // a sentence
	Units  []UnitFigures // the units that disagree; none: there is nothing to draw
	Sets   []Set         // that work, the largest first
}

// UnitFigures are the figures of one unit among figures of several.
type UnitFigures struct {
	Unit    string   // as in the ledger
	Name    string   // translated
	Figures []string // ids
	Labels  []string
}

// PillarOrders are the orders of a dossier's pillars by id, for [Options].
func PillarOrders(d *data.Dossier) map[string]int {
	orders := map[string]int{}
	for _, p := range d.Pillars() {
		orders[p.ID] = p.Order
	}
	return orders
}

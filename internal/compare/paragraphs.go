package compare

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"beltroad/data"
)

// paragraphs compares those of the source. A number is a place, so that one that
// is put in changes the numbers of all that follow, and nothing else of them.
type paragraphs struct {
	*records[data.Paragraph]

	steady []bool // of each pair: it keeps its place among the others
}

func newParagraphs(d [2]*data.Dossier, r *renames) *paragraphs {
	t := of(d, Paragraphs, (*data.Dossier).Paragraphs, func() spec[data.Paragraph] {
		return spec[data.Paragraph]{
			id:    func(p *data.Paragraph) string { return strconv.Itoa(p.N) },
			title: func(_ *data.Dossier, p *data.Paragraph) string { return p.Summary },
			cells: func(c *cells, p *data.Paragraph) {
				c.ref("section", Sections, p.Section)
				c.text("heading", p.Heading)
				c.text("kind", p.Kind)
				c.ref("pillar", Pillars, p.Pillar)
				c.text("summary", p.Summary)
				claims := make([]string, len(p.Claims))
				for i, claim := range p.Claims {
					claims[i] = string(claim)
				}
				c.texts("claims", claims)
				c.text("printed", p.Printed)
				c.text("fingerprint", p.Fingerprint)
			},
		}
	})
	t.renames = r
	return &paragraphs{records: t}
}

// match implements [differ].
func (t *paragraphs) match(r *renames) {
	t.pairs = make([]int32, len(t.b))
	for i := range t.pairs {
		t.pairs[i] = none
	}
	taken := make([]bool, len(t.a))
	// By what the source itself has there, and then by what is said of it.
	t.unique(taken, func(p *data.Paragraph) string { return p.Fingerprint })
	t.unique(taken, func(p *data.Paragraph) string { return p.Kind + "\x00" + p.Heading + "\x00" + p.Summary })
	t.keepOrder()
	t.between(taken)
	for i, is := range taken {
		if !is {
			t.gone = append(t.gone, int32(i)) // #nosec G115 -- no table is larger
		}
	}
	for i, row := range t.pairs {
		if row != none {
			r.paragraphs[int(row)+1], r.known[i+1] = i+1, true
		}
	}
}

// unique pairs paragraphs by what one of each side alone has.
func (t *paragraphs) unique(taken []bool, key func(*data.Paragraph) string) {
	const several = none - 1
	at := make(map[string]int32)
	for i := range t.a {
		if k := key(&t.a[i]); k != "" && !taken[i] {
			if _, ok := at[k]; ok {
				at[k] = several
			} else {
				at[k] = int32(i) // #nosec G115 -- no table is larger
			}
		}
	}
	shared := make(map[string]int)
	for i := range t.b {
		shared[key(&t.b[i])]++
	}
	for i := range t.b {
		k := key(&t.b[i])
		if row, ok := at[k]; ok && row >= 0 && t.pairs[i] == none && shared[k] == 1 {
			t.pairs[i], taken[row] = row, true
		}
	}
}

// keepOrder tells the pairs that keep their place from those that were put elsewhere.
func (t *paragraphs) keepOrder() {
	var rows []int32
	var at []int
	for i, row := range t.pairs {
		if row != none {
			rows, at = append(rows, row), append(at, i)
		}
	}
	t.steady = make([]bool, len(t.pairs))
	for _, i := range rising(rows) {
		t.steady[at[i]] = true
	}
}

// between pairs what is left between two steady pairs.
func (t *paragraphs) between(taken []bool) {
	var left []int // of b
	from := 0      // in a
	for i := range len(t.b) + 1 {
		if i < len(t.b) && !t.steady[i] {
			if t.pairs[i] == none {
				left = append(left, i)
			}
			continue
		}
		until := len(t.a)
		if i < len(t.b) {
			until = int(t.pairs[i])
		}
		var free []int
		for ; from < until; from++ {
			if !taken[from] {
				free = append(free, from)
			}
		}
		for _, p := range t.alike(free, left) {
			t.pairs[p[1]], taken[p[0]], t.steady[p[1]] = int32(p[0]), true, true // #nosec G115 -- no table is larger
		}
		from, left = until+1, nil
	}
}

// alike pairs paragraphs of a stretch in their order: all of them if there are as
// many, or else those that share most of their words.
func (t *paragraphs) alike(a, b []int) [][2]int {
	var all [][2]int
	if len(a) == len(b) {
		for i := range a {
			all = append(all, [2]int{a[i], b[i]})
		}
		return all
	}
	const most = 64 // of each side, beyond which a stretch is another text
	if len(a) == 0 || len(b) == 0 || len(a) > most || len(b) > most {
		return nil
	}
	share := make([][]float64, len(a))
	for i := range a {
		share[i] = make([]float64, len(b))
		for j := range b {
			share[i][j] = common(t.a[a[i]].Summary, t.b[b[j]].Summary)
		}
	}
	best := bestOf(share)
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch best[i][j] {
		case best[i+1][j]:
			i++
		case best[i][j+1]:
			j++
		default:
			all = append(all, [2]int{a[i], b[j]})
			i++
			j++
		}
	}
	return all
}

// bestOf is how much two stretches can share from each of their places on, where
// only what shares half of it counts.
func bestOf(share [][]float64) [][]float64 {
	const half = 0.5
	best := make([][]float64, len(share)+1)
	best[len(share)] = make([]float64, len(share[0])+1)
	for i, row := range slices.Backward(share) {
		best[i] = make([]float64, len(row)+1)
		for j, x := range slices.Backward(row) {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if x >= half {
				best[i][j] = max(best[i][j], x+best[i+1][j+1])
			}
		}
	}
	return best
}

// common is which share of their words two texts have in common.
func common(a, b string) float64 {
	split := func(s string) []string {
		return slices.Compact(slices.Sorted(strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })))
	}
	x, y := split(a), split(b)
	n := 0
	for _, w := range x {
		if _, ok := slices.BinarySearch(y, w); ok {
			n++
		}
	}
	return float64(n) / float64(max(len(x), len(y), 1))
}

// changes implements [differ]. Numbers that shifted alike are told once.
func (t *paragraphs) changes() []Change {
	var all, renumbered, moved []Change
	put := make(map[int32]bool)
	for i, row := range t.pairs {
		at := int32(i) // #nosec G115 -- no table is larger
		switch last := len(renumbered) - 1; {
		case row == none || row == at && t.steady[i]:
		case !t.steady[i]:
			moved = append(moved, Change{Kind: Renamed, Table: t.name, ID: t.spec.id(&t.b[i]), Was: t.spec.id(&t.a[row]), Count: 1, before: row, after: at})
			put[at] = true
		case last >= 0 && renumbered[last].follow(row, at):
			renumbered[last].Count++
		default:
			renumbered = append(renumbered, Change{Kind: Renumbered, Table: t.name, Count: 1, before: row, after: at})
		}
	}
	t.sorted = true
	t.spec.loose = true // a number is no name
	for _, c := range t.records.changes() {
		if !put[c.after] || c.after == none {
			all = append(all, c)
		}
	}
	first := slices.IndexFunc(all, func(c Change) bool { return c.Kind == Changed })
	if first < 0 {
		first = len(all)
	}
	return slices.Concat(renumbered, all[:first], moved, all[first:])
}

// follow tells whether paragraphs come next to those that a change is of, before and after.
func (c *Change) follow(before, after int32) bool {
	return before-c.before == int32(c.Count) && after-c.after == int32(c.Count) // #nosec G115 -- no table is larger
}

// fields implements [differ]. Of a paragraph that was put elsewhere the number differs, too.
func (t *paragraphs) fields(before, after int32) []Field {
	all := t.records.fields(before, after)
	if before != none && after != none && !t.steady[after] {
		all = append([]Field{{Name: "n", Before: t.spec.id(&t.a[before]), After: t.spec.id(&t.b[after])}}, all...)
	}
	return all
}

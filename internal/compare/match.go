package compare

import (
	"slices"
	"strings"

	"beltroad/data"
)

// differ compares one table.
type differ interface {
	table() string
	// match finds which records are the same, and learns which are called otherwise.
	match(*renames)
	changes() []Change
	fields(before, after int32) []Field
	title(before, after int32) string
}

// none is where a record stands in a table that does not have it.
const none = -1

// records compares the records of a table.
type records[T any] struct {
	name    string
	a, b    []T
	sorted  bool // the order says nothing of its own
	spec    spec[T]
	dossier [2]*data.Dossier

	renames *renames
	pairs   []int32 // of each record of b: where it is in a
	gone    []int32 // of a
}

// spec is what has to be known of the records of a table.
type spec[T any] struct {
	id    func(*T) string
	title func(*data.Dossier, *T) string
	cells func(*cells, *T)
	// keys are what records are the same by, the surest first. The first may be
	// shared by records, which are then the same in their order.
	keys []func(*cells, *T)
	// loose tells that the id is made of columns that may change.
	loose bool
}

func (t *records[T]) table() string { return t.name }

// match implements [differ].
func (t *records[T]) match(r *renames) {
	t.renames = r
	t.pair()
	if !t.spec.loose {
		t.learn(r)
	}
}

// pair finds the records that are the same: by the surest key, then those that are
// left by the next.
func (t *records[T]) pair() {
	t.pairs = make([]int32, len(t.b))
	for i := range t.pairs {
		t.pairs[i] = none
	}
	taken := make([]bool, len(t.a))
	keys := append([]func(*cells, *T){t.spec.keys[0], t.spec.cells}, t.spec.keys[1:]...)
	for n, key := range keys {
		if !t.pairBy(key, n == 1, n < 2, taken) {
			break
		}
	}
	t.gone = nil
	for i, is := range taken {
		if !is {
			t.gone = append(t.gone, int32(i)) // #nosec G115 -- no table is larger
		}
	}
}

// pairBy pairs records with the same key. Where several have it, they are the same
// in their order, or else are left. It tells whether any are left on both sides.
func (t *records[T]) pairBy(key func(*cells, *T), whole, ordered bool, taken []bool) bool {
	var left []int32
	for i := range t.pairs {
		if t.pairs[i] == none {
			left = append(left, int32(i)) // #nosec G115 -- no table is larger
		}
	}
	at := make(map[string][]int32, len(t.a))
	before, after := &cells{renames: t.renames}, &cells{}
	free := 0
	for i := range t.a {
		if !taken[i] && len(left) > 0 {
			k := t.keyOf(before, key, &t.a[i], whole)
			at[k] = append(at[k], int32(i)) // #nosec G115 -- no table is larger
			free++
		}
	}
	if free == 0 {
		return false
	}
	keys := make([]string, len(left))
	shared := make(map[string]int)
	for i, row := range left {
		keys[i] = t.keyOf(after, key, &t.b[row], whole)
		shared[keys[i]]++
	}
	for i, row := range left {
		rows := at[keys[i]]
		if len(rows) == 0 || !ordered && (len(rows) > 1 || shared[keys[i]] > 1) {
			continue
		}
		t.pairs[row], taken[rows[0]] = rows[0], true
		at[keys[i]] = rows[1:]
	}
	return true
}

// keyOf is what a record has in the columns of a key. Of the whole content the id
// is no part.
func (t *records[T]) keyOf(c *cells, key func(*cells, *T), v *T, whole bool) string {
	c.all = c.all[:0]
	key(c, v)
	if len(c.all) == 1 && !c.all[0].list {
		return c.all[0].key
	}
	var b strings.Builder
	for i := range c.all {
		if whole && c.all[i].name == "id" {
			continue
		}
		b.WriteString(c.all[i].key)
		for _, k := range c.all[i].keys {
			b.WriteString(k + "\x01") // which no cell contains
		}
		b.WriteByte(0)
	}
	return b.String()
}

// learn notes which records are called otherwise.
func (t *records[T]) learn(r *renames) {
	for i, row := range t.pairs {
		if row == none {
			continue
		}
		if was, now := t.spec.id(&t.a[row]), t.spec.id(&t.b[i]); was != now {
			if r.ids[t.name] == nil {
				r.ids[t.name] = make(map[string]string)
			}
			r.ids[t.name][was] = now
		}
	}
}

// changes implements [differ].
func (t *records[T]) changes() []Change {
	var added, renamed, changed []Change
	before, after := &cells{renames: t.renames}, &cells{}
	for i, row := range t.pairs {
		c := Change{Kind: Changed, Table: t.name, ID: t.spec.id(&t.b[i]), Count: 1, before: row, after: int32(i)} // #nosec G115 -- no table is larger
		if row == none {
			c.Kind = Added
			added = append(added, c)
			continue
		}
		if was := t.spec.id(&t.a[row]); was != c.ID && !t.spec.loose {
			c.Kind, c.Was = Renamed, was
			renamed = append(renamed, c)
		} else if t.differ(before, after, row, c.after) {
			changed = append(changed, c)
		}
	}
	var all []Change
	if n := t.moved(); n > 0 {
		all = append(all, Change{Kind: Moved, Table: t.name, Count: n, before: none, after: none})
	}
	all = append(all, added...)
	for _, row := range t.gone {
		all = append(all, Change{Kind: Removed, Table: t.name, ID: t.spec.id(&t.a[row]), Count: 1, before: row, after: none})
	}
	return slices.Concat(all, renamed, changed)
}

func (t *records[T]) differ(before, after *cells, a, b int32) bool {
	before.all, after.all = before.all[:0], after.all[:0]
	t.spec.cells(before, &t.a[a])
	t.spec.cells(after, &t.b[b])
	for i := range after.all {
		if !before.all[i].equal(&after.all[i]) {
			return true
		}
	}
	return false
}

// moved is how many records would have to be put elsewhere for the old order.
func (t *records[T]) moved() int {
	if t.sorted {
		return 0
	}
	var rows []int32
	for _, row := range t.pairs {
		if row != none {
			rows = append(rows, row)
		}
	}
	if slices.IsSorted(rows) {
		return 0
	}
	return len(rows) - len(rising(rows))
}

// fields implements [differ].
func (t *records[T]) fields(before, after int32) []Field {
	a, b := &cells{renames: t.renames}, &cells{}
	if before != none {
		t.spec.cells(a, &t.a[before])
	}
	if after != none {
		t.spec.cells(b, &t.b[after])
	}
	if before != none && after != none {
		return differences(a.all, b.all)
	}
	var all []Field
	for _, c := range append(a.all, b.all...) {
		f := Field{Name: c.name, After: c.shown()}
		if before != none {
			f.Before, f.After = f.After, ""
		}
		if f.Before+f.After != "" {
			all = append(all, f)
		}
	}
	return all
}

// title implements [differ].
func (t *records[T]) title(before, after int32) string {
	if after == none {
		return t.spec.title(t.dossier[0], &t.a[before])
	}
	return t.spec.title(t.dossier[1], &t.b[after])
}

// rising are the places of a longest run of numbers that rise.
func rising(all []int32) []int {
	var ends []int // of the runs of each length, the place of the lowest end
	from := make([]int, len(all))
	for i, x := range all {
		at, _ := slices.BinarySearchFunc(ends, x, func(e int, x int32) int { return int(all[e] - x) })
		from[i] = none
		if at > 0 {
			from[i] = ends[at-1]
		}
		if at == len(ends) {
			ends = append(ends, i)
		} else {
			ends[at] = i
		}
	}
	if len(ends) == 0 {
		return nil
	}
	run := make([]int, 0, len(ends))
	for i := ends[len(ends)-1]; i != none; i = from[i] {
		run = append(run, i)
	}
	slices.Reverse(run)
	return run
}

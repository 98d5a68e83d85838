package compare

import (
	"slices"
	"strconv"
	"strings"

	"beltroad/data"
)

// renames are what is called otherwise in the later dossier and is the same: what
// refers to it has not changed.
type renames struct {
	ids        map[string]map[string]string // by table
	paragraphs map[int]int                  // those that are left
	known      map[int]bool                 // the numbers that these have in the later dossier
}

// entry is what stands in a column of a record.
type entry struct {
	name        string
	text        string   // as shown
	key         string   // as the later dossier calls it
	items, keys []string // of a list, likewise
	list        bool
}

func (c *entry) equal(d *entry) bool {
	if c.list || d.list {
		return slices.Equal(c.keys, d.keys)
	}
	return c.key == d.key
}

// shown is the cell as a table has it.
func (c *entry) shown() string {
	if c.list {
		return strings.Join(c.items, "; ")
	}
	return c.text
}

// cells are those of one record.
type cells struct {
	all     []entry
	renames *renames // nil: nothing is called otherwise
}

func (c *cells) add(n entry) { c.all = append(c.all, n) }

func (c *cells) text(name, s string) { c.add(entry{name: name, text: s, key: s}) }

func (c *cells) date(name string, d data.Date) { c.text(name, d.String()) }

func (c *cells) integer(name string, n int) { c.text(name, strconv.Itoa(n)) }

func (c *cells) truth(name string, b bool) { c.text(name, strconv.FormatBool(b)) }

// number is one that may be missing: then it is 0, as the dossier has it.
func (c *cells) number(name string, x float64, missing bool) {
	if missing {
		c.text(name, "")
		return
	}
	c.text(name, strconv.FormatFloat(x, 'f', -1, 64))
}

func (c *cells) texts(name string, all []string) {
	c.add(entry{name: name, items: all, keys: all, list: true})
}

// ref names a record of a table.
func (c *cells) ref(name, table, id string) {
	c.add(entry{name: name, text: id, key: c.renames.id(table, id)})
}

// refs names several.
func (c *cells) refs(name, table string, ids []string) {
	n := entry{name: name, items: ids, keys: ids, list: true}
	if c.renames != nil && len(c.renames.ids[table]) > 0 {
		n.keys = make([]string, len(ids))
		for i, id := range ids {
			n.keys[i] = c.renames.id(table, id)
		}
	}
	c.add(n)
}

func (c *cells) paragraph(n int) {
	c.add(entry{name: "paragraph", text: numbered(n), key: numbered(c.renames.paragraph(n))})
}

func (c *cells) paragraphs(all []int) {
	n := entry{name: "paragraphs", list: true}
	for _, p := range all {
		n.items = append(n.items, numbered(p))
		n.keys = append(n.keys, numbered(c.renames.paragraph(p)))
	}
	c.add(n)
}

// numbered is the number of a paragraph; none of what has no paragraph.
func numbered(n int) string {
	switch {
	case n == 0:
		return ""
	case n < 0:
		return "gone" // which no number is
	}
	return strconv.Itoa(n)
}

// id is how the later dossier calls a record.
func (r *renames) id(table, id string) string {
	if r == nil {
		return id
	}
	if now, ok := r.ids[table][id]; ok {
		return now
	}
	return id
}

// paragraph is which number a paragraph has in the later dossier; -1: it is gone. One in
// whose place another stands now has its number: that it says something else is told once.
func (r *renames) paragraph(n int) int {
	if r == nil || n == 0 {
		return n
	}
	if now, ok := r.paragraphs[n]; ok {
		return now
	}
	if !r.known[n] {
		return n
	}
	return -1
}

// differences are the columns in which two records differ.
func differences(a, b []entry) []Field {
	var all []Field
	for i := range b {
		if !a[i].equal(&b[i]) {
			f := Field{Name: b[i].name, Before: a[i].shown(), After: b[i].shown()}
			if b[i].list {
				f.Gone, f.Came = without(&a[i], b[i].keys), without(&b[i], a[i].keys)
			}
			all = append(all, f)
		}
	}
	return all
}

// without are the items of a list that are not in another.
func without(c *entry, keys []string) []string {
	other := make(map[string]bool, len(keys))
	for _, k := range keys {
		other[k] = true
	}
	var all []string
	for i, k := range c.keys {
		if !other[k] {
			all = append(all, c.items[i])
		}
	}
	return all
}

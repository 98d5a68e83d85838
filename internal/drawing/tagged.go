package drawing

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Tag says of some marks of a page, from one to before another, how they are read
// aloud: in words, as a figure, or after everything else.
type Tag struct {
	From, To int
	Alt      string // empty: they are texts
	Last     bool
}

// element is a part of a document for who reads it aloud: a title, a paragraph, a figure.
type element struct {
	kind  string
	alt   string
	last  bool
	parts []int // of its page
}

// tagging gives the marks of a page to elements.
type tagging struct {
	page     PDFPage
	title    string // what is left of it
	elements []*element
	owners   []*element // of the page's parts
	figures  map[int]*element
	text     *Mark // that was last, of the last paragraph
	now      *element
	open     bool
}

func newTagging(p PDFPage) *tagging {
	return &tagging{page: p, title: strings.Join(strings.Fields(Plain(p.Title)), " "), figures: map[int]*element{}}
}

// of is the element that the i-th mark belongs to; nil: it is read by nobody.
func (t *tagging) of(i int) *element {
	last := false
	if k := slices.IndexFunc(t.page.Tags, func(tag Tag) bool { return tag.From <= i && i < tag.To }); k >= 0 {
		tag := t.page.Tags[k]
		if last = tag.Last; tag.Alt != "" {
			if t.text = nil; t.figures[k] == nil {
				t.figures[k] = t.add(&element{kind: "Figure", alt: Plain(tag.Alt), last: last})
			}
			return t.figures[k]
		}
	}
	return t.line(i, last)
}

// line is the paragraph, or the title, that a line of text belongs to.
func (t *tagging) line(i int, last bool) *element {
	m, lettered := t.page.Marks[i].Lettered()
	said := strings.Join(strings.Fields(Plain(m.Text)), " ")
	if !lettered || said == "" || t.page.Marks[i].Kind != Text {
		return nil
	}
	kind := "P"
	if rest, ok := strings.CutPrefix(t.title, said); ok && m.Bold {
		kind, t.title = "H1", strings.TrimSpace(rest)
	}
	before := t.text
	t.text = &m
	if n := len(t.elements) - 1; n >= 0 && before != nil && t.elements[n].kind == kind && t.elements[n].last == last && follows(before, &m) {
		return t.elements[n]
	}
	return t.add(&element{kind: kind, last: last})
}

func (t *tagging) add(e *element) *element {
	t.elements = append(t.elements, e)
	return e
}

// follows tells whether a line of text goes on with a paragraph.
func follows(before, m *Mark) bool {
	const lines = 1.45 // of the text, from one to the next
	down := m.Y - before.Y
	return before.TextSize == m.TextSize && before.Bold == m.Bold && before.Ink == m.Ink && math.Abs(before.X-m.X) < 1 && down > 0 && down < lines*m.TextSize
}

// tagged draws a mark as a part of what it belongs to.
func (d *pdf) tagged(t *tagging, i int) {
	m := &t.page.Marks[i]
	if m.Kind == Clip { // it stands around parts
		d.untag(t)
		d.mark(m)
		return
	}
	if e := t.of(i); !t.open || e != t.now {
		d.untag(t)
		t.now, t.open = e, true
		if e == nil {
			d.out.RawWriteStr("/Artifact BMC")
		} else {
			e.parts, t.owners = append(e.parts, len(t.owners)), append(t.owners, e)
			d.out.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", e.kind, len(t.owners)-1))
		}
	}
	d.mark(m)
}

// untag ends the part that was begun.
func (d *pdf) untag(t *tagging) {
	if t.open {
		d.out.RawWriteStr("EMC")
	}
	t.open = false
}

// structured is a finished file with the elements of its pages, and a title that is shown
// in place of the file's name. The library writes neither: its pages are the objects from
// the third on, each followed by what is on it, and its catalogue is the last. Where that
// is not so the file stays as it is.
func structured(b []byte, pages []*tagging) []byte {
	const version = "%PDF-1.7"
	at, start, ok := objectsOf(b)
	if !ok {
		return b
	}
	count := len(at) // with the one that is none, the first
	s := structure{root: count, pages: pages}
	s.write()
	var out bytes.Buffer
	moved := make([]int, count, count+len(s.objects))
	order := make([]int, 0, count)
	for n := 1; n < count; n++ {
		order = append(order, n)
	}
	slices.SortFunc(order, func(a, b int) int { return at[a] - at[b] })
	out.WriteString(version)
	out.Write(b[len(version):at[order[0]]])
	for i, n := range order {
		end := start
		if i+1 < len(order) {
			end = at[order[i+1]]
		}
		object, ok := s.amended(n, b[at[n]:end])
		if !ok {
			return b
		}
		moved[n] = out.Len()
		out.Write(object)
	}
	for _, object := range s.objects {
		moved = append(moved, out.Len())
		out.WriteString(object)
	}
	start = out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(moved))
	for _, offset := range moved[1:] {
		fmt.Fprintf(&out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&out, "trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n>>\nstartxref\n%d\n%%%%EOF\n", len(moved), count-1, count-2, start)
	return out.Bytes()
}

// amended is an object of a file, with what a page and the catalogue say of the structure.
func (s *structure) amended(n int, object []byte) (_ []byte, ok bool) {
	const resources, catalogue = "/Resources 2 0 R\n", "/Type /Catalog\n"
	var after, more string
	switch page := (n - 3) / 2; {
	case n >= 3 && n%2 == 1 && page < len(s.pages):
		after, more = resources, fmt.Sprintf("/StructParents %d\n/Tabs /S\n", page)
	case n == s.root-1:
		after, more = catalogue, fmt.Sprintf("/MarkInfo <</Marked true>>\n/StructTreeRoot %d 0 R\n/ViewerPreferences <</DisplayDocTitle true>>\n", s.root)
	default:
		return object, true
	}
	return bytes.Replace(object, []byte(after), []byte(after+more), 1), bytes.Contains(object, []byte(after))
}

// objectsOf is where the objects of a file begin, by their numbers, and where they end.
func objectsOf(b []byte) (at []int, end int, ok bool) {
	const entry = 20 // bytes
	_, where, _ := bytes.Cut(b[max(0, len(b)-64):], []byte("startxref\n"))
	line, _, _ := bytes.Cut(where, []byte("\n"))
	end, err := strconv.Atoi(string(line))
	if err != nil || end < 0 || end > len(b) {
		return nil, 0, false
	}
	var count int
	if _, err := fmt.Sscanf(string(b[end:min(len(b), end+32)]), "xref\n0 %d\n", &count); err != nil || count < 4 {
		return nil, 0, false
	}
	first := end + len(fmt.Sprintf("xref\n0 %d\n", count))
	if first+count*entry > len(b) {
		return nil, 0, false
	}
	for n := range count {
		offset, err := strconv.Atoi(string(b[first+n*entry : first+n*entry+10]))
		if err != nil || offset > end {
			return nil, 0, false
		}
		at = append(at, offset)
	}
	return at, end, true
}

// structure are the objects of a file's elements.
type structure struct {
	root    int // number of the first
	pages   []*tagging
	objects []string
}

func (s *structure) add(object string) (number int) {
	number = s.root + len(s.objects)
	s.objects = append(s.objects, fmt.Sprintf("%d 0 obj\n%s\nendobj\n", number, object))
	return number
}

// write makes them: the root, the document, which page has which parts, and each element.
func (s *structure) write() {
	const root, document, parents = 0, 1, 2
	s.objects = make([]string, parents+1)
	var all, numbers strings.Builder
	for n, t := range s.pages {
		known := map[*element]int{}
		order := slices.Clone(t.elements)
		slices.SortStableFunc(order, func(a, b *element) int { return whole(a.last) - whole(b.last) })
		for _, e := range order {
			if len(e.parts) == 0 {
				continue
			}
			alt := ""
			if e.alt != "" {
				alt = " /Alt " + hexText(e.alt)
			}
			parts := strings.Trim(fmt.Sprint(e.parts), "[]")
			known[e] = s.add(fmt.Sprintf("<</Type /StructElem /S /%s /P %d 0 R /Pg %d 0 R /K [%s]%s>>", e.kind, s.root+document, 3+2*n, parts, alt))
			fmt.Fprintf(&all, "%d 0 R ", known[e])
		}
		fmt.Fprintf(&numbers, "%d [", n)
		for _, e := range t.owners {
			fmt.Fprintf(&numbers, "%d 0 R ", known[e])
		}
		numbers.WriteString("]\n")
	}
	set := func(i int, object string) { s.objects[i] = fmt.Sprintf("%d 0 obj\n%s\nendobj\n", s.root+i, object) }
	set(root, fmt.Sprintf("<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d>>", s.root+document, s.root+parents, len(s.pages)))
	set(document, fmt.Sprintf("<</Type /StructElem /S /Document /P %d 0 R /K [%s]>>", s.root+root, all.String()))
	set(parents, fmt.Sprintf("<</Nums [%s]>>", numbers.String()))
}

func whole(b bool) int {
	if b {
		return 1
	}
	return 0
}

// hexText is a text as a PDF has it, in digits.
func hexText(text string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteString(">")
	return b.String()
}

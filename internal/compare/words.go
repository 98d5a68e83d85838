package compare

import (
	"slices"
	"strings"
	"unicode"
)

// Piece is a stretch of a text that was changed: it stands in both, or in one alone.
type Piece struct {
	Text string
	Kind PieceKind
}

// PieceKind is where a piece stands.
type PieceKind uint8

// The kinds of pieces.
const (
	Same PieceKind = iota // in both
	Gone                  // before alone
	Came                  // after alone
)

// mostWords is how many words of one text are held against how many of another;
// beyond that all between what both begin and end with is another text.
const (
	mostWords = 1 << 20
	mostSide  = 1 << 14 // of one of them
)

// Words is how a text was changed, word by word.
func Words(before, after string) []Piece {
	a, b := split(before), split(after)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var p pieces
	p.add(Same, a[:head]...)
	p.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	p.add(Same, a[len(a)-tail:]...)
	return p.done()
}

// Pieces is how a text was changed, to be read: as [Words], but words that changed one after
// the other are one piece, and two texts that share little are told one after the other, as
// pieces of both would make no sense.
func Pieces(before, after string) []Piece {
	all := joined(Words(before, after))
	same := 0
	for _, p := range all {
		if p.Kind == Same {
			same += len(strings.TrimSpace(p.Text))
		}
	}
	if 2*same >= max(len(before), len(after)) {
		return all
	}
	var p pieces
	p.add(Gone, before)
	p.add(Came, after)
	return p.done()
}

// joined puts together what changed on both sides of a mere space.
func joined(all []Piece) []Piece {
	var p pieces
	var gone, came strings.Builder
	flush := func() {
		p.add(Gone, gone.String())
		p.add(Came, came.String())
		gone.Reset()
		came.Reset()
	}
	for i, each := range all {
		within := strings.TrimSpace(each.Text) == "" && i+1 < len(all) && gone.Len() > 0 && came.Len() > 0
		if each.Kind == Same && !within {
			flush()
			p.add(Same, each.Text)
			continue
		}
		if each.Kind != Came {
			gone.WriteString(each.Text)
		}
		if each.Kind != Gone {
			came.WriteString(each.Text)
		}
	}
	flush()
	return p.done()
}

// pieces joins words that follow one another into pieces.
type pieces struct {
	all   []Piece
	kind  PieceKind // of the words that are not in a piece yet
	words strings.Builder
}

func (p *pieces) add(k PieceKind, words ...string) {
	if k != p.kind && len(words) > 0 {
		p.end()
		p.kind = k
	}
	for _, w := range words {
		p.words.WriteString(w)
	}
}

// end makes a piece of the words that are in none yet.
func (p *pieces) end() {
	if p.words.Len() > 0 {
		p.all = append(p.all, Piece{p.words.String(), p.kind})
		p.words.Reset()
	}
}

// done are all pieces.
func (p *pieces) done() []Piece {
	p.end()
	return p.all
}

// middle tells words that have gone before those that have come in their place.
func (p *pieces) middle(a, b []string) {
	if len(a) == 0 || len(b) == 0 || len(a) > mostWords/len(b) || max(len(a), len(b)) > mostSide {
		p.add(Gone, a...)
		p.add(Came, b...)
		return
	}
	// shared[i][j] is how many words a[i:] and b[j:] can share.
	shared := make([][]int32, len(a)+1)
	for i := range shared {
		shared[i] = make([]int32, len(b)+1)
	}
	for i, x := range slices.Backward(a) {
		for j, y := range slices.Backward(b) {
			if x == y {
				shared[i][j] = shared[i+1][j+1] + 1
			} else {
				shared[i][j] = max(shared[i+1][j], shared[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			p.add(Same, a[i])
			i++
			j++
		case shared[i+1][j] >= shared[i][j+1]:
			p.add(Gone, a[i])
			i++
		default:
			p.add(Came, b[j])
			j++
		}
	}
	p.add(Gone, a[i:]...)
	p.add(Came, b[j:]...)
}

// split are the words of a text and what stands between them. Of scripts without
// spaces each sign is a word; a point or a comma within a number is a part of it.
func split(s string) []string {
	var all []string
	start, inWord := 0, false
	cut := func(at int) {
		if at > start {
			all = append(all, s[start:at])
		}
		start = at
	}
	for i, r := range s {
		joins := inNumber(s, i) || (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)) &&
			!unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
		if !joins || !inWord {
			cut(i)
		}
		inWord = joins
	}
	cut(len(s))
	return all
}

// inNumber tells whether the sign at a place parts digits of one number.
func inNumber(s string, at int) bool {
	isDigit := func(i int) bool { return i >= 0 && i < len(s) && '0' <= s[i] && s[i] <= '9' }
	return (s[at] == '.' || s[at] == ',') && isDigit(at-1) && isDigit(at+1)
}

package align

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"beltroad/data"
)

// Standing is how much of a figure's wording a copy has.
type Standing int

// How a figure stands in a copy.
const (
	// Unread is a figure whose paragraph was not found.
	Unread Standing = iota
	// Missing is one whose paragraph has neither its wording nor its number.
	Missing
	// Number is one whose number stands, with its word of magnitude, where the
	// words around it are ours: "over US$380 billion" for "exceeding US$380 billion".
	Number
	// WordForWord is one whose wording stands as the ledger has it.
	WordForWord
)

// Finding is where a figure stands in the passage of its paragraph.
type Finding struct {
	Figure     string
	Paragraph  int
	Standing   Standing
	Start, End int // bytes of the passage's text; 0, 0: nowhere
}

// A figure stands word for word if the words, numbers and signs of its text
// follow each other in the passage, whatever their case, the marks between them
// and how digits are grouped: "over 200" is neither "more than 200" nor "200",
// and "86" is not in "1986", "86.5", "86 million" or "86%". Failing that, its
// number stands if its text does so without the first words, up to the first
// digit: "19.1 trillion" in "$19.1 trillion" for "US$19.1 trillion". Numbers are not
// reckoned: "twenty" is not "20", nor "1.5 million" "1,500,000". Where it stands
// more than once, the place is taken whose neighbours are most like what the
// figure counts.
func find(f *data.Figure, passage string) Finding {
	found := Finding{Figure: f.ID, Paragraph: f.Paragraph, Standing: Missing}
	words, wanted := tokens(passage), tokens(f.Quantity.Text)
	first := slices.IndexFunc(wanted, func(t token) bool { return isDigit(t.text[0]) })
	standing := WordForWord
	for left := 0; left <= max(first, 0); left++ {
		if at := best(words, wanted[left:], f); at >= 0 {
			found.Standing, found.Start, found.End = standing, words[at].start, words[at+len(wanted)-left-1].end
			return found
		}
		standing = Number
	}
	return found
}

// token is a word, a number or a sign of a text.
type token struct {
	text       string // in lower case, digits not grouped
	start, end int
}

// tokens are the words, numbers and signs of a text.
func tokens(text string) []token {
	var all []token
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		end := i + size
		switch {
		case unicode.IsDigit(r):
			end = i + numberLength(text[i:])
		case wide(r) && unicode.IsLetter(r): // each is a word
		case unicode.IsLetter(r):
			for end < len(text) && continuesWord(text[end:]) {
				_, size = utf8.DecodeRuneInString(text[end:])
				end += size
			}
		case !unicode.Is(unicode.Sc, r) && !strings.ContainsRune("%‰", r):
			i = end
			continue
		}
		all = append(all, token{plain(text[i:end]), i, end})
		i = end
	}
	return all
}

func continuesWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return (unicode.IsLetter(r) && !wide(r)) || unicode.IsMark(r) || r == '\'' || r == '’'
}

// numberLength is how far a number at the start of a text goes: digits, with
// signs between them that group or part.
func numberLength(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		switch {
		case unicode.IsDigit(r):
		case strings.ContainsRune(".,'’", r) && digitAt(s, n+size):
		case strings.ContainsRune("\u00a0\u2009\u202f", r) && threeDigits(s[n+size:]): // group in some languages
		default:
			return n
		}
		n += size
	}
	return n
}

func digitAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[min(i, len(s)):])
	return unicode.IsDigit(r)
}

func threeDigits(s string) bool {
	return digitAt(s, 0) && digitAt(s, 1) && digitAt(s, 2) && !digitAt(s, 3)
}

// plain is a word in lower case and full letters, or a number without what groups its digits.
func plain(s string) string {
	s = strings.ToLower(norm.NFKC.String(s))
	if !isDigit(s[0]) {
		return strings.NewReplacer("'", "", "’", "").Replace(s)
	}
	var b strings.Builder
	for i, r := range s {
		if isGroup := strings.ContainsRune(",'’ \u00a0\u2009\u202f", r); isGroup && threeDigits(s[i+utf8.RuneLen(r):]) || isGroup && r != ',' {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// best is where tokens stand among others, amid the words that are most like
// what the figure counts; -1: nowhere.
func best(words, wanted []token, f *data.Figure) int {
	at, most := -1, -1.0
	about := aboutOf(f)
	for i := 0; len(wanted) > 0 && i+len(wanted) <= len(words); i++ {
		end := i + len(wanted)
		if !equal(words[i:end], wanted) || goesOn(words, end, wanted) {
			continue
		}
		if s := nearness(words, i, end, about); s > most {
			at, most = i, s
		}
	}
	return at
}

func equal(a, b []token) bool {
	return slices.EqualFunc(a, b, func(x, y token) bool { return x.text == y.text })
}

// magnitudes make another number of the one before them.
var magnitudes = strings.Fields("% ‰ percent hundred thousand million billion trillion bn tn 十 百 千 万 亿 兆 萬 億")

// goesOn tells whether a number that ends here is only the start of another one.
func goesOn(words []token, end int, wanted []token) bool {
	last := wanted[len(wanted)-1].text
	if !isDigit(last[0]) || end == len(words) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(words[end].text)
	joined := words[end].start == words[end-1].end && unicode.IsLetter(next) && !wide(next) // "86th", "86m"
	percent := words[end].text == "per" && end+1 < len(words) && words[end+1].text == "cent"
	return joined || percent || slices.Contains(magnitudes, words[end].text)
}

// aboutOf are the words of what a figure counts.
func aboutOf(f *data.Figure) map[string]bool {
	about := make(map[string]bool)
	for _, t := range slices.Concat(tokens(f.Quantity.Counts), tokens(f.Label)) {
		about[t.text] = true
	}
	return about
}

// nearness is how many words about a figure stand around a place: near ones
// count most, and those behind it more than those before.
func nearness(words []token, start, end int, about map[string]bool) float64 {
	const reach = 8
	sum := 0.0
	for d := 1; d <= reach; d++ {
		if i := end + d - 1; i < len(words) && about[words[i].text] {
			sum += 1 / float64(d)
		}
		if i := start - d; i >= 0 && about[words[i].text] {
			sum += 0.5 / float64(d)
		}
	}
	return sum
}

package data

import (
	"bytes"
	"iter"
)

// What follows walks through JSON that is known to be well-formed, without
// decoding it: so an array of very many elements takes no room before the
// first problems are found.

// element is an element of an array, or a part of an object.
type element struct {
	start int // byte of the file
	raw   []byte
}

// elements are those of the array that starts at b[start], with their numbers.
func elements(b []byte, start int) iter.Seq2[int, element] {
	return func(yield func(int, element) bool) {
		at := pastSpace(b, start+1)
		for i := 0; b[at] != ']'; i++ {
			end := valueEnd(b, at)
			if !yield(i, element{at, b[at:end]}) {
				return
			}
			if at = pastSpace(b, end); b[at] == ',' {
				at = pastSpace(b, at+1)
			}
		}
	}
}

// isArray reports whether the value that starts at b[start] is an array.
func isArray(b []byte, start int) bool { return start < len(b) && b[start] == '[' }

// memberStart is where the value of a member starts, in the object that starts
// at b[start], or else len(b).
func memberStart(b []byte, start int, member string) int {
	_, value := memberStarts(b, start, member)
	return value
}

// memberStarts is memberStart, and where the member's name starts.
func memberStarts(b []byte, start int, member string) (name, value int) {
	if b[start] != '{' {
		return -1, len(b)
	}
	for found, v := range membersOf(b, start) {
		if bytes.EqualFold(unquote(found.raw), []byte(member)) {
			return found.start, v.start
		}
	}
	return -1, len(b)
}

// membersOf are the names, in quotes, and values of the object that starts at b[start].
func membersOf(b []byte, start int) iter.Seq2[element, element] {
	return func(yield func(name, value element) bool) {
		for at := pastSpace(b, start+1); b[at] != '}'; {
			end := stringEnd(b, at)
			value := pastSpace(b, pastSpace(b, end)+1) // over the colon
			last := valueEnd(b, value)
			if !yield(element{at, b[at:end]}, element{value, b[value:last]}) {
				return
			}
			if at = pastSpace(b, last); b[at] == ',' {
				at = pastSpace(b, at+1)
			}
		}
	}
}

func pastSpace(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\n' || b[i] == '\t') {
		i++
	}
	return i
}

// valueEnd is the position after the value that starts at b[i].
func valueEnd(b []byte, i int) int {
	depth := 0
	for ; i < len(b); i++ {
		switch b[i] {
		case '"':
			if i = stringEnd(b, i) - 1; depth == 0 {
				return i + 1
			}
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth < 0 {
				return i // of a number or a word
			} else if depth == 0 {
				return i + 1
			}
		case ',', ' ', '\n', '\t':
			if depth == 0 {
				return i
			}
		}
	}
	return i
}

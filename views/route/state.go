package route

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// State is how a page stands: how far it is scrolled, what is filtered, what is
// chosen. It is a small set of named values that is written into a [Route] and
// read back. A page leaves out what is as it comes, so that the usual state is
// the empty one.
type State map[string]string

// ParseState reads the spelling of a state, such as
// "filter=unit:countries&scroll=120". A name stands there once.
func ParseState(s string) (State, error) {
	st := State{}
	if s == "" {
		return st, nil
	}
	for pair := range strings.SplitSeq(s, "&") {
		name, value, ok := strings.Cut(pair, "=")
		if !ok || name == "" {
			return nil, fmt.Errorf("state %q: %q is no name with a value", s, pair)
		}
		if _, twice := st[name]; twice {
			return nil, fmt.Errorf("state %q: %s is there twice", s, name)
		}
		if strings.ContainsFunc(name, func(c rune) bool { return c != '-' && (c < 'a' || c > 'z') }) {
			return nil, fmt.Errorf("state %q: %q is no name", s, name)
		}
		v, err := unescape(value)
		if err != nil {
			return nil, fmt.Errorf("state %q: %w", s, err)
		}
		st[name] = v
	}
	return st, nil
}

// StateOf is the state that a route carries; one that cannot be read is empty.
func StateOf(r Route) State {
	st, err := ParseState(r.State)
	if err != nil {
		return State{}
	}
	return st
}

// String is the one spelling of the state.
func (s State) String() string {
	pairs := make([]string, 0, len(s))
	for _, name := range slices.Sorted(maps.Keys(s)) {
		pairs = append(pairs, name+"="+escape(s[name]))
	}
	return strings.Join(pairs, "&")
}

// Set keeps a value; an empty one is left out.
func (s State) Set(name, value string) {
	delete(s, name)
	if value != "" {
		s[name] = value
	}
}

// SetNumber keeps a number with so many decimals; 0 is left out.
func (s State) SetNumber(name string, v float64, decimals int) {
	p := math.Pow10(decimals)
	v = math.Round(v*p) / p
	s.Set(name, "")
	if v != 0 && !math.IsInf(v, 0) && !math.IsNaN(v) {
		s[name] = strconv.FormatFloat(v, 'f', -1, 64)
	}
}

// Number is a number, 0 where there is none.
func (s State) Number(name string) float64 {
	v, err := strconv.ParseFloat(s[name], 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return 0
	}
	return v
}

// SetFlag keeps whether something is so; that it is not is left out.
func (s State) SetFlag(name string, on bool) {
	s.Set(name, "")
	if on {
		s[name] = "1"
	}
}

// Flag tells whether something is so.
func (s State) Flag(name string) bool { return s[name] == "1" }

//go:build race

package slides

// every so many of the places are laid out: the race detector makes it ten times as
// slow, and finds nothing in the hundredth that it did not find in the first.
const every = 53

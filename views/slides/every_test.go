//go:build !race

package slides

// every so many of the places are laid out.
const every = 1

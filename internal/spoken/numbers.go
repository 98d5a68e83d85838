package spoken

// Numbers gives things the same number for as long as they are there. The zero Numbers
// have given none.
type Numbers struct {
	last          int32
	before, given map[any]int32 // by the keys of nodes
}

// Renew begins to number anew what is there now. What is not asked for until the next
// time has gone, and its number with it.
func (n *Numbers) Renew() {
	n.before, n.given = n.given, make(map[any]int32, len(n.given))
}

// Of is the number of what has a key: the one that it had, or a new one. None is 0.
func (n *Numbers) Of(key any) int32 {
	id, ok := n.before[key]
	if !ok {
		n.last++
		id = n.last
	}
	n.given[key] = id
	return id
}

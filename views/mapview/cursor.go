package mapview

import "beltroad/internal/mapdata"

// Target is what can be opened on a map: places that share a mark, or a line.
type Target struct {
	Places []*mapdata.Place
	Line   *mapdata.Project
}

// None tells whether there is nothing.
func (t Target) None() bool { return len(t.Places) == 0 && t.Line == nil }

// same tells whether two targets are the same thing.
func (t Target) same(u Target) bool {
	switch {
	case len(t.Places) != len(u.Places) || (t.Line == nil) != (u.Line == nil):
		return false
	case t.Line != nil:
		return t.Line.ID == u.Line.ID
	default:
		return len(t.Places) == 0 || t.Places[0].ID == u.Places[0].ID
	}
}

// Only is the one project that a target stands for; ok is false for several.
func (t Target) Only() (p mapdata.Project, ok bool) {
	switch {
	case t.Line != nil:
		return *t.Line, true
	case len(t.Places) == 1 && len(t.Places[0].Projects) == 1:
		return t.Places[0].Projects[0], true
	default:
		return mapdata.Project{}, false
	}
}

// holds tells whether a place is among those of the target.
func (t Target) holds(place string) bool {
	for _, p := range t.Places {
		if p.ID == place {
			return true
		}
	}
	return false
}

// cursor is what the user is at: what stands open, and what is pointed at.
type cursor struct {
	project string // id of the one that stands open; empty: none
	place   string // id of the one that stands open; empty: none
	pointed Target
}

// open tells whether the target stands for what is open.
func (c *cursor) open(t Target) bool {
	return c.project != "" && c.first(t).ID == c.project || c.place != "" && t.holds(c.place)
}

// first is the project that gives a mark its sign: the one that stands open, or
// that with most figures.
func (c *cursor) first(t Target) *mapdata.Project {
	if c.project != "" {
		for _, p := range t.Places {
			for i := range p.Projects {
				if p.Projects[i].ID == c.project {
					return &p.Projects[i]
				}
			}
		}
	}
	return &t.Places[0].Projects[0]
}

// strong tells whether the lines of a project stand out.
func (c *cursor) strong(project string) bool {
	return project == c.project || c.pointed.Line != nil && c.pointed.Line.ID == project
}

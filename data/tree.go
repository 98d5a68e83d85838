package data

// Roots are the statements of a section that have no parent, in file order.
func (d *Dossier) Roots(section string) []Statement { return d.index.groups.rootsOf[section] }

// Leaves are the statements of a section that are nobody's parent, in file order.
func (d *Dossier) Leaves(section string) []Statement { return d.index.groups.leavesOf[section] }

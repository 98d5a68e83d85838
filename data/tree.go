package data

// Roots are the statements of a section that have no parent, in file order.
func (d *Dossier) Roots(section string) []Statement {
	var roots []Statement
	for _, s := range d.StatementsOf("") {
		if s.Section == section {
			roots = append(roots, s)
		}
	}
	return roots
}

// Leaves are the statements of a section that are nobody's parent, in file order.
func (d *Dossier) Leaves(section string) []Statement {
	var leaves []Statement
	for _, s := range d.statements {
		if s.Section == section && len(d.StatementsOf(s.ID)) == 0 {
			leaves = append(leaves, s)
		}
	}
	return leaves
}

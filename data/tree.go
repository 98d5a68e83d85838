package data

// Roots are the statements of a section that have no parent, in file order.
func (d *Dossier) Roots(section string) []Statement { return d.index.groups.rootsOf.of(section) }

// Tasks are the commitments of a section that are nobody's parent, in file order.
func (d *Dossier) Tasks(section string) []Statement { return d.index.groups.tasksOf.of(section) }

// RootsOf counts the roots of all sections of a role.
func (d *Dossier) RootsOf(role SectionRole) int {
	return d.sum(role, &d.index.groups.rootsOf)
}

// TasksOf counts the tasks of all sections of a role.
func (d *Dossier) TasksOf(role SectionRole) int {
	return d.sum(role, &d.index.groups.tasksOf)
}

func (d *Dossier) sum(role SectionRole, bySection *grouping[string, Statement]) int {
	n := 0
	for _, s := range d.SectionsOf(role) {
		n += bySection.count(s.ID)
	}
	return n
}

package schema

import (
	"slices"
	"sync"
)

// Names of the tables.
const (
	Pillars       = "pillars"
	Projects      = "projects"
	Figures       = "figures"
	SecondSources = "second_sources"
	Statements    = "statements"
	Events        = "events"
	Places        = "places"
	ProjectPlaces = "project_places"
	Paragraphs    = "paragraphs"
	Synonyms      = "synonyms"
)

// Tables are the tables in the order of the descriptor. Their columns may be
// changed: they are a copy.
func Tables() []Table {
	all := slices.Clone(tables())
	for i := range all {
		all[i].Columns = slices.Clone(all[i].Columns)
	}
	return all
}

var tables = sync.OnceValue(func() []Table {
	return []Table{
		pillars(), projects(), figures(), secondSources(), statements(),
		events(), places(), projectPlaces(), paragraphs(), synonyms(),
	}
})

func claims() []string { return []string{"reported", "estimate", "commitment", "opinion"} }

func paragraph() Column {
	return Column{
		Name: "paragraph", Type: Integer, Required: true, Refers: Paragraphs,
		About: "The paragraph of the source that says it.",
	}
}

func inParagraphs() Column {
	return Column{
		Name: "paragraphs", Type: Integers, Required: true, Refers: Paragraphs,
		About: "The paragraphs of the source that speak of it.",
	}
}

func claim() Column {
	return Column{
		Name: "claim", Type: Text, Required: true, Enum: claims(),
		About: "How far the source vouches for it: reported by a party, an estimate, a commitment or an opinion.",
	}
}

func pillar() Column {
	return Column{Name: "pillar", Type: ID, Refers: Pillars, About: "The pillar it belongs to by subject; empty: none."}
}

func project() Column {
	return Column{Name: "project", Type: ID, Refers: Projects, About: "The project it belongs to; empty: none."}
}

func pillars() Table {
	return Table{
		Name: Pillars, Title: "Pillars", Key: []string{"id"},
		About: "The areas of cooperation that the source is arranged by.",
		Columns: []Column{
			{Name: "id", Type: ID, Required: true, About: "Identifies the pillar."},
			{Name: "order", Type: Integer, Required: true, Unique: true, Min: new(1.0), About: "Place in the source, from 1."},
			{Name: "name", Type: Text, Required: true, About: "Full name."},
			{Name: "short_name", Type: Text, Required: true, About: "Name where space is short."},
			{Name: "summary", Type: Text, Required: true, About: "What the source says about it, in our own words."},
			inParagraphs(),
		},
	}
}

func projects() Table {
	return Table{
		Name: Projects, Title: "Projects", Key: []string{"id"},
		About: "Everything with a name of its own that the source mentions.",
		Columns: []Column{
			{Name: "id", Type: ID, Required: true, About: "Identifies the project."},
			{Name: "name", Type: Text, Required: true, About: "Name as the source writes it."},
			{Name: "also_known_as", Type: Texts, About: "Other names and short forms."},
			pillar(),
			{Name: "kind", Type: Text, Required: true, Words: KindWords, About: "What it is."},
			{Name: "status", Type: Text, Words: StatusWords, About: "Status as the source states it; empty: not stated."},
			{Name: "countries", Type: Countries, About: "Countries that the source names for it, ISO 3166-1 alpha-3."},
			{Name: "summary", Type: Text, Required: true, About: "What the source says about it, in our own words."},
			{Name: "start", Type: Date, About: "Since when; empty: not stated."},
			inParagraphs(),
			{Name: "not_stated", Type: Texts, About: "What a reader would want to know and the source does not say."},
		},
	}
}

func figures() Table {
	return Table{
		Name: Figures, Title: "Figures", Key: []string{"id"},
		About: "The ledger: every number of the source that counts something.",
		Columns: []Column{
			{Name: "id", Type: ID, Required: true, About: "Identifies the figure."},
			pillar(),
			project(),
			{Name: "label", Type: Text, Required: true, About: "Short title, as on a card."},
			{Name: "text", Type: Text, Required: true, About: "The wording of the quantity alone: over 230."},
			{Name: "value", Type: Number, Required: true, About: "The full number: 19.1 trillion is 19100000000000. For range and order the lower bound, for rank the rank."},
			{Name: "value_max", Type: Number, About: "The upper bound, for range and order alone."},
			{
				Name: "comparator", Type: Text, Required: true,
				Enum:  comparators(),
				About: "How the quantity is worded; order is a band like tens of billions.",
			},
			{Name: "unit", Type: Text, Required: true, Words: UnitWords, About: "Unit; figures share an axis only if their units are equal."},
			{Name: "counts", Type: Text, Required: true, About: "What exactly is counted."},
			{Name: "period_start", Type: Date, About: "Start of the period it covers; empty: not stated."},
			{Name: "period_end", Type: Date, About: "End of the period it covers; empty: not stated."},
			{Name: "as_of", Type: Date, About: "The date it is valid for; empty: not stated."},
			claim(),
			{Name: "speaker", Type: Text, About: "Who says so; empty: the source names nobody."},
			paragraph(),
			{Name: "caution", Type: Text, About: "The question a careful reader would ask."},
		},
	}
}

func secondSources() Table {
	return Table{
		Name: SecondSources, Title: "Second sources", Key: []string{"id"}, Optional: true,
		About: "What other sources say of the same figures. Never mixed with what the presented source says.",
		Columns: []Column{
			{Name: "id", Type: ID, Required: true, About: "Identifies the row."},
			{Name: "figure", Type: ID, Required: true, Refers: Figures, About: "The figure of the presented source."},
			{Name: "source", Type: Text, Required: true, About: "The id in the sources of who says it; not the first, which is the presented one."},
			{Name: "text", Type: Text, Required: true, About: "The wording of the quantity alone, or what is said in short."},
			{Name: "value", Type: Number, About: "The full number; empty: it gives none."},
			{Name: "value_max", Type: Number, About: "The upper bound, for range and order alone."},
			{Name: "comparator", Type: Text, Enum: comparators(), About: "How the quantity is worded; empty: it gives no number."},
			{Name: "unit", Type: Text, Words: UnitWords, About: "Unit; empty: it gives no number."},
			{Name: "counts", Type: Text, Required: true, About: "What exactly it counts."},
			{Name: "as_of", Type: Date, Required: true, About: "The date that it is valid for, or else of publication."},
			{
				Name: "relation", Type: Text, Required: true, Enum: []string{"same", "other-date", "other-scope", "differs", "context"},
				About: "How it compares: the same number, one for another date or another set, another number of the same, or none of it.",
			},
			{
				Name: "independence", Type: Text, Required: true, Enum: []string{"independent", "party", "same-government", "same-speaker"},
				About: "Whether it is somebody else's word.",
			},
			{Name: "note", Type: Text, About: "How it compares, in a sentence."},
		},
	}
}

func comparators() []string {
	return []string{"exact", "over", "under", "about", "range", "order", "rank"}
}

func statements() Table {
	return Table{
		Name: Statements, Title: "Statements", Key: []string{"id"},
		About: "What the source says that is not a number: findings, principles, tasks ahead.",
		Columns: []Column{
			{Name: "id", Type: ID, Required: true, About: "Identifies the statement."},
			{Name: "parent", Type: ID, Refers: Statements, About: "The statement it stands under; empty: none."},
			{Name: "section", Type: Text, Required: true, Words: SectionWords, About: "Section of the source."},
			pillar(),
			claim(),
			{Name: "text", Type: Text, Required: true, About: "The statement in our own words."},
			paragraph(),
			{Name: "done_when", Type: Text, Optional: true, About: "For commitments: what would count as done, as far as the wording itself says; empty: not stated."},
			{Name: "deadline", Type: Text, Optional: true, About: "For commitments: by when, as the source words it; empty: not stated."},
			{Name: "amount", Type: Text, Optional: true, About: "For commitments: how much money, as the source words it; empty: not stated."},
			{Name: "names", Type: Texts, Optional: true, About: "For commitments: the projects, institutions and partners that the source names for it; empty: not stated."},
		},
	}
}

func events() Table {
	return Table{
		Name: Events, Title: "Events", Key: []string{"id"},
		About: "Everything that the presented source dates, and what another source does.",
		Columns: []Column{
			{Name: "id", Type: ID, Required: true, About: "Identifies the event."},
			{Name: "date", Type: Date, Required: true, About: "Date, as precise as the source."},
			{Name: "label", Type: Text, Required: true, About: "What happened."},
			project(),
			{
				Name: "paragraph", Type: Integer, Refers: Paragraphs, Eased: true,
				About: "The paragraph where the presented source dates it; empty: it does not, and source is given.",
			},
			{
				Name: "source", Type: Text, Optional: true,
				About: "The id in the sources of the work that dates it where the presented source does not; empty: paragraph is given.",
			},
		},
	}
}

func places() Table {
	return Table{
		Name: Places, Title: "Places", Key: []string{"id"},
		About: "Points on the Earth that projects touch.",
		Columns: []Column{
			{Name: "id", Type: ID, Required: true, About: "Identifies the place."},
			{Name: "name", Type: Text, Required: true, About: "Name."},
			{Name: "kind", Type: Text, Required: true, Enum: []string{"city", "port", "region"}, About: "What it is."},
			{Name: "country", Type: Country, Required: true, About: "Country, ISO 3166-1 alpha-3."},
			{Name: "lon", Type: Number, Required: true, Min: new(-180.0), Max: new(180.0), About: "Degrees east, WGS 84."},
			{Name: "lat", Type: Number, Required: true, Min: new(-90.0), Max: new(90.0), About: "Degrees north, WGS 84."},
			{Name: "source", Type: Text, Required: true, About: "The gazetteer that the coordinates come from."},
		},
	}
}

func projectPlaces() Table {
	project, place := project(), Column{Name: "place", Type: ID, Refers: Places, Required: true, About: "The place."}
	project.Required, project.About = true, "The project."
	paragraph := paragraph()
	paragraph.Required, paragraph.About = false, "The paragraph where the presented source ties the project to the place by name; empty: it does not, and source is given."
	return Table{
		Name: ProjectPlaces, Title: "Places of projects", Key: []string{"project", "place", "role"},
		About: "Which project touches which place.",
		Columns: []Column{
			project,
			place,
			{
				Name: "role", Type: Text, Required: true, Enum: []string{"terminus", "port", "site", "host", "seat", "route"},
				About: "What the place is to the project: an end of its line, its port, where it is, where it was held, where it has its headquarters, where its line passes.",
			},
			paragraph,
			{
				Name: "source", Type: Text,
				About: "The id in the sources of the work that ties the project to the place where the presented source does not; empty: paragraph is given.",
			},
		},
	}
}

func paragraphs() Table {
	return Table{
		Name: Paragraphs, Title: "Paragraphs", Key: []string{"n"},
		About: "Every non-empty line of the source, in our own words.",
		Columns: []Column{
			{Name: "n", Type: Integer, Required: true, Min: new(1.0), About: "Number of the line, from 1 without a gap."},
			{Name: "section", Type: Text, Required: true, Words: SectionWords, About: "Section of the source."},
			{Name: "heading", Type: Text, About: "The heading that the line stands under, in our own words."},
			{
				Name: "kind", Type: Text, Required: true, About: "What the line is.",
				Enum: []string{"navigation", "title", "byline", "heading", "subheading", "body", "caption", "note"},
			},
			pillar(),
			{Name: "summary", Type: Text, Required: true, About: "What the line says, in our own words."},
			{
				Name: "claims", Type: Texts, Optional: true, Enum: claims(),
				About: "How far the source vouches for each sentence of the summary, in order: reported by a party, an estimate, a commitment or an opinion; empty: not said.",
			},
			{
				Name: "printed", Type: Text, Optional: true,
				About: "What the source itself prints as this paragraph's number, with what it numbers: target 3.1, footnote 5; empty: it prints none.",
			},
			{
				Name: "fingerprint", Type: Text, Optional: true,
				About: "Hashes of the line, by which a reader's own copy of the source is recognised and from which the line cannot be told; empty: it is too short.",
			},
		},
	}
}

func synonyms() Table {
	return Table{
		Name: Synonyms, Title: "Synonyms", Key: []string{"id"}, Optional: true,
		About: "Words and names that mean the same to someone who searches, in any language.",
		Columns: []Column{
			{Name: "id", Type: ID, Required: true, About: "Identifies the set."},
			{Name: "words", Type: Texts, Required: true, About: "What means the same: at least two words, names or phrases."},
		},
	}
}

// Package schema is the one place of the dossier format: which tables there
// are, what their columns hold, and how both are written in a Data Package.
package schema

// Type is what the cells of a column hold.
type Type int

// The types of cells. Each is a Table Schema type, most with a narrower form.
const (
	Text      Type = iota // one line of text
	ID                    // lower-case words joined by hyphens
	Integer               // a whole number in plain digits
	Number                // a finite number with a decimal point
	Date                  // 2013, 2021-12 or 2023-10-17
	Country               // an ISO 3166-1 alpha-3 code
	Texts                 // a list of Text
	Integers              // a list of Integer
	Countries             // a list of Country
)

// The forms that a reader of the descriptor can check by itself. Date is a
// string there, because the Table Schema type takes only whole days.
const (
	IDPattern      = `^[a-z0-9]+(-[a-z0-9]+)*$`
	DatePattern    = `^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$`
	CountryPattern = `^[A-Z]{3}$`
)

// ListDelimiter separates the items of a list in a cell.
const ListDelimiter = ";"

// Vocabulary is a list of words that the descriptor of a dossier may have, and
// that columns are then held against.
type Vocabulary string

// The vocabularies, by the descriptor's members.
const (
	SectionWords Vocabulary = "sections"
	KindWords    Vocabulary = "kinds"
	StatusWords  Vocabulary = "statuses"
	UnitWords    Vocabulary = "units"
)

// Column is one column of a table.
type Column struct {
	Name     string
	Type     Type
	Required bool // no cell is empty
	Unique   bool // no two cells are equal
	Enum     []string
	Words    Vocabulary // whose words the cells are; empty: none's
	Min, Max *float64
	Refers   string // the table whose key each cell, or each item of its list, is
	// Optional columns need not be there: a dossier may be older than they are.
	Optional bool
	// Eased columns were required once; older dossiers say that they are.
	Eased bool
	About string
}

// Table is one table: its columns in the order of the file.
type Table struct {
	Name    string
	Title   string
	About   string
	Columns []Column
	Key     []string // the columns that identify a row
	// Optional tables need not be there: a dossier may be older than they are.
	Optional bool
}

// Path is where the built-in dossier keeps the table.
func (t *Table) Path() string { return t.Name + ".csv" }

// Column finds a column by its name.
func (t *Table) Column(name string) (int, *Column) {
	for i := range t.Columns {
		if t.Columns[i].Name == name {
			return i, &t.Columns[i]
		}
	}
	return -1, nil
}

// File is a resource that is not a table.
type File struct {
	Name, Title, About, Path, Format, Mediatype string
}

// The files beside the tables.
const (
	Routes  = "routes"
	Sources = "sources"
)

// Files are the resources that are not tables.
func Files() []File {
	return []File{
		{
			Name: Routes, Title: "Routes", Path: "routes.geojson",
			Format: "geojson", Mediatype: "application/geo+json",
			About: "Schematic lines of projects: LineStrings, with project, status and schematic: true; and paragraph, where the presented source speaks of it, or source, where another one says where it runs.",
		},
		{
			Name: Sources, Title: "Sources", Path: "sources.json",
			Format: "json", Mediatype: "application/vnd.citationstyles.csl+json",
			About: "The works cited, the presented one first, as CSL-JSON.",
		},
	}
}

package data

import "beltroad/data/internal/schema"

// What the format says of its tables, for whoever writes dossiers.
type (
	// TableFormat is a table with its columns in the order of the file.
	TableFormat = schema.Table
	// ColumnFormat is a column of a table.
	ColumnFormat = schema.Column
)

// Tables are the tables of the format, in the order of the descriptor.
func Tables() []TableFormat { return schema.Tables() }

// Describe is a descriptor, of which only the metadata counts, with all the
// resources that the format has.
func Describe(descriptor []byte) ([]byte, error) { return schema.Describe(descriptor) }

// The files of a dossier beside its tables.
const (
	DescriptorFile = descriptorFile
	SourcesFile    = schema.Sources + ".json"
	RoutesFile     = schema.Routes + ".geojson"
)

// UnitWords are the words of columns of units.
const UnitWords = schema.UnitWords

// What the cells of columns hold.
const (
	IntegerCell   = schema.Integer
	NumberCell    = schema.Number
	DateCell      = schema.Date
	CountryCell   = schema.Country
	TextsCell     = schema.Texts
	IntegersCell  = schema.Integers
	CountriesCell = schema.Countries
)

// MostNamed is how many rows are named where one of them has to be.
const MostNamed = 12

// Likely is the name that another likely means; empty: none is.
func Likely(name string, known []string) string { return likely(name, known) }

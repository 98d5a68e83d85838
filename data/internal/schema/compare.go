package schema

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Difference is one place where a resource is not what the format says.
type Difference struct {
	Member  string // path inside the resource: schema.fields[2].type
	Found   string
	Allowed string
}

// Compare lists where a dossier's resource departs from the format's. Names,
// types, constraints and keys are held against each other; titles,
// descriptions and the path are the dossier's own.
func Compare(got, want *Resource) []Difference {
	var c comparison
	c.equal("type", got.Type, want.Type)
	c.equal("format", got.Format, want.Format)
	c.equal("mediatype", got.Mediatype, want.Mediatype)
	if name := strings.ToLower(got.Encoding); name != "" && name != "utf8" { // it is if nothing is said
		c.equal("encoding", name, want.Encoding)
	}
	c.equal("dialect", got.Dialect, want.Dialect)
	c.equal("data", got.Data, want.Data)
	if got.Schema == nil || want.Schema == nil {
		if got.Schema != want.Schema {
			c = append(c, Difference{"schema", presence(got.Schema), presence(want.Schema)})
		}
		return c
	}
	g, w := got.Schema, want.Schema
	fields := expected(g.Fields, w.Fields, want.Name)
	for i := range max(len(g.Fields), len(fields)) {
		c.field(fmt.Sprintf("schema.fields[%d]", i), at(g.Fields, i), at(fields, i))
	}
	c.equal("schema.fieldsMatch", g.FieldsMatch, w.FieldsMatch)
	c.equal("schema.missingValues", g.MissingValues, w.MissingValues)
	c.equal("schema.primaryKey", g.PrimaryKey, w.PrimaryKey)
	c.equal("schema.uniqueKeys", g.UniqueKeys, w.UniqueKeys)
	c.equal("schema.foreignKeys", g.ForeignKeys, w.ForeignKeys)
	return c
}

// expected are the fields that a dossier has to have: those of a table, but as
// they were where the dossier is older. Optional ones may be left out, and those
// that are eased be required.
func expected(got, want []Field, table string) []Field {
	tables := Tables()
	t := &tables[slices.IndexFunc(tables, func(t Table) bool { return t.Name == table })]
	var all []Field
	for _, f := range want {
		i := slices.IndexFunc(got, func(g Field) bool { return g.Name == f.Name })
		switch _, column := t.Column(f.Name); {
		case i < 0 && column.Optional:
			continue
		case i >= 0 && column.Eased && got[i].Constraints != nil:
			f.Constraints = &Constraints{Required: true}
		}
		all = append(all, f)
	}
	return all
}

type comparison []Difference

// field compares two fields without their descriptions.
func (c *comparison) field(member string, got, want *Field) {
	if got == nil || want == nil {
		c.equal(member, got, want)
		return
	}
	g := *got
	g.Description = want.Description
	if reflect.DeepEqual(&g, want) {
		return
	}
	before := len(*c)
	c.equal(member+".name", g.Name, want.Name)
	c.equal(member+".type", g.Type, want.Type)
	c.equal(member+".constraints", g.Constraints, want.Constraints)
	if len(*c) == before {
		c.equal(member, &g, want)
	}
}

func (c *comparison) equal(member string, got, want any) {
	if !reflect.DeepEqual(got, want) {
		*c = append(*c, Difference{member, shown(got), shown(want)})
	}
}

// shown is a value as a descriptor would have it.
func shown(v any) string {
	if r := reflect.ValueOf(v); r.Kind() != reflect.String && r.IsZero() {
		return "nothing"
	}
	b, err := json.Marshal(v)
	if err != nil {
		return "nothing"
	}
	return string(b)
}

func presence(s *TableSchema) string {
	if s == nil {
		return "nothing"
	}
	return "a table schema"
}

// at is an element of all, nil beyond its end.
func at[T any](all []T, i int) *T {
	if i < len(all) {
		return &all[i]
	}
	return nil
}

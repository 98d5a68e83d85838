package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
)

// Profile is the `$schema` of a descriptor.
const Profile = "https://datapackage.org/profiles/2.0/datapackage.json"

// Resource is a resource of a Data Package, as far as this format has any.
type Resource struct {
	Name        string       `json:"name"`
	Path        string       `json:"path"`
	Type        string       `json:"type,omitempty"`
	Title       string       `json:"title,omitempty"`
	Description string       `json:"description,omitempty"`
	Format      string       `json:"format"`
	Mediatype   string       `json:"mediatype"`
	Encoding    string       `json:"encoding"`
	Schema      *TableSchema `json:"schema,omitempty"`

	// What would make another reader see something else than this one does.
	Dialect json.RawMessage `json:"dialect,omitempty"`
	Data    json.RawMessage `json:"data,omitempty"`

	// What the file was when the descriptor was written.
	Hash  json.RawMessage `json:"hash,omitempty"`
	Bytes json.RawMessage `json:"bytes,omitempty"`
}

// TableSchema is a Table Schema.
type TableSchema struct {
	Fields        []Field         `json:"fields"`
	FieldsMatch   json.RawMessage `json:"fieldsMatch,omitempty"`
	MissingValues []string        `json:"missingValues"`
	PrimaryKey    []string        `json:"primaryKey"`
	UniqueKeys    [][]string      `json:"uniqueKeys,omitempty"`
	ForeignKeys   []ForeignKey    `json:"foreignKeys,omitempty"`
}

// Field is a field of a Table Schema. ItemReference is not part of the
// standard, which cannot say that the items of a list are foreign keys.
type Field struct {
	Name          string       `json:"name"`
	Type          string       `json:"type"`
	Format        string       `json:"format,omitempty"`
	Delimiter     string       `json:"delimiter,omitempty"`
	ItemType      string       `json:"itemType,omitempty"`
	DecimalChar   string       `json:"decimalChar,omitempty"`
	GroupChar     string       `json:"groupChar,omitempty"`
	BareNumber    *bool        `json:"bareNumber,omitempty"`
	Description   string       `json:"description,omitempty"`
	Constraints   *Constraints `json:"constraints,omitempty"`
	ItemReference *Reference   `json:"itemReference,omitempty"`
}

// Constraints are the constraints of a field, with those that this format does
// not use, so that a descriptor cannot have them unnoticed.
type Constraints struct {
	Required         bool            `json:"required,omitempty"`
	Unique           bool            `json:"unique,omitempty"`
	Pattern          string          `json:"pattern,omitempty"`
	Enum             []string        `json:"enum,omitempty"`
	Minimum          *float64        `json:"minimum,omitempty"`
	Maximum          *float64        `json:"maximum,omitempty"`
	ExclusiveMinimum json.RawMessage `json:"exclusiveMinimum,omitempty"`
	ExclusiveMaximum json.RawMessage `json:"exclusiveMaximum,omitempty"`
	MinLength        json.RawMessage `json:"minLength,omitempty"`
	MaxLength        json.RawMessage `json:"maxLength,omitempty"`
	JSONSchema       json.RawMessage `json:"jsonSchema,omitempty"`
}

// ForeignKey is a foreign key of a Table Schema.
type ForeignKey struct {
	Fields    []string  `json:"fields"`
	Reference Reference `json:"reference"`
}

// Reference is what a foreign key refers to; no resource means the table itself.
type Reference struct {
	Resource string   `json:"resource,omitempty"`
	Fields   []string `json:"fields"`
}

// Resources are the resources of every dossier, tables first.
func Resources() []Resource {
	var all []Resource
	tables := Tables()
	for i := range tables {
		t := &tables[i]
		all = append(all, Resource{
			Name: t.Name, Path: t.Path(), Type: "table", Title: t.Title, Description: t.About,
			Format: "csv", Mediatype: "text/csv", Encoding: "utf-8", Schema: tableSchema(t),
		})
	}
	for _, f := range Files() {
		all = append(all, Resource{
			Name: f.Name, Path: f.Path, Title: f.Title, Description: f.About,
			Format: f.Format, Mediatype: f.Mediatype, Encoding: "utf-8",
		})
	}
	return all
}

func tableSchema(t *Table) *TableSchema {
	s := &TableSchema{MissingValues: []string{""}, PrimaryKey: t.Key}
	for i := range t.Columns {
		c := &t.Columns[i]
		f := field(c)
		if c.Refers != "" {
			ref := reference(t, c.Refers)
			if f.Type == "list" {
				f.ItemReference = &ref
			} else {
				s.ForeignKeys = append(s.ForeignKeys, ForeignKey{Fields: []string{c.Name}, Reference: ref})
			}
		}
		s.Fields = append(s.Fields, f)
	}
	return s
}

func field(c *Column) Field {
	f := Field{Name: c.Name, Type: "string", Description: c.About}
	limits := Constraints{Required: c.Required, Unique: c.Unique, Enum: c.Enum, Minimum: c.Min, Maximum: c.Max}
	if c.Type == Texts { // an enum of a list holds whole lists
		limits.Enum = nil
	}
	switch c.Type {
	case Text:
	case ID:
		limits.Pattern = IDPattern
	case Date:
		limits.Pattern = DatePattern
	case Country:
		limits.Pattern = CountryPattern
	case Integer:
		f.Type = "integer"
	case Number:
		f.Type = "number"
	case Texts, Countries:
		f.Type, f.Delimiter, f.ItemType = "list", ListDelimiter, "string"
	case Integers:
		f.Type, f.Delimiter, f.ItemType = "list", ListDelimiter, "integer"
	}
	if !limits.isZero() {
		f.Constraints = &limits
	}
	return f
}

func (c *Constraints) isZero() bool {
	return !c.Required && !c.Unique && c.Pattern == "" && c.Enum == nil && c.Minimum == nil && c.Maximum == nil
}

// reference is what a column of t that refers to a table refers to.
func reference(t *Table, to string) Reference {
	key := "id"
	if to == Paragraphs {
		key = "n"
	}
	if to == t.Name {
		to = "" // the standard leaves the resource out when a table refers to itself
	}
	return Reference{Resource: to, Fields: []string{key}}
}

// Describe is a descriptor with its resources brought up to date. Its other
// members, the metadata, stay as they are and in their order.
func Describe(descriptor []byte) ([]byte, error) {
	dec := json.NewDecoder(bytes.NewReader(descriptor))
	if t, err := dec.Token(); err != nil || t != json.Delim('{') || !json.Valid(descriptor) {
		return nil, errors.New("the descriptor is not a JSON object")
	}
	var out bytes.Buffer
	out.WriteByte('{')
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return nil, err
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return nil, err
		}
		if name != "resources" {
			fmt.Fprintf(&out, "%q:%s,", name, value)
		}
	}
	out.WriteString(`"resources":`)
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(Resources()); err != nil {
		return nil, err
	}
	out.WriteByte('}')
	var compact bytes.Buffer
	if err := json.Compact(&compact, out.Bytes()); err != nil {
		return nil, err
	}
	return indent(compact.Bytes()), nil
}

// indent lays compact JSON out for readers: like json.Indent, but with each
// field of a schema on one line, as in a table of columns, and each plain entry
// of a list of the descriptor.
func indent(compact []byte) []byte {
	const (
		fields  = 5 // depth: the descriptor, resources, a resource, its schema, fields
		entries = 2 // the descriptor, a list
	)
	deepest := fields
	var out bytes.Buffer
	depth := 0
	line := func() {
		if depth <= deepest {
			out.WriteByte('\n')
			out.Write(bytes.Repeat([]byte("  "), depth))
		}
	}
	for rest := compact; len(rest) > 0; {
		token := rest[:tokenLength(rest)]
		if token[0] == '{' && depth == entries && isPlainObject(rest) {
			deepest = entries
		}
		rest = rest[len(token):]
		if token[0] == '}' || token[0] == ']' {
			if depth--; depth < deepest {
				line()
			}
			if depth <= entries {
				deepest = fields
			}
		}
		out.Write(token)
		switch {
		case token[0] == '{', token[0] == '[':
			depth++
			line()
		case token[0] == ',' && depth <= deepest:
			line()
		case token[0] == ',', token[0] == ':':
			out.WriteByte(' ')
		}
	}
	out.WriteByte('\n')
	return out.Bytes()
}

// isPlainObject reports whether the object that b starts with holds no other,
// and no list.
func isPlainObject(b []byte) bool {
	for i := 1; ; i += tokenLength(b[i:]) {
		switch b[i] {
		case '{', '[':
			return false
		case '}':
			return true
		}
	}
}

// tokenLength is the length of the string that b starts with, or else 1.
func tokenLength(b []byte) int {
	if b[0] != '"' {
		return 1
	}
	i := 1
	for ; b[i] != '"'; i++ {
		if b[i] == '\\' {
			i++
		}
	}
	return i + 1
}

package compare

import (
	"encoding/csv"
	"io"
	"strconv"

	"beltroad/internal/cell"
)

// byteOrderMark makes spreadsheets read a file as UTF-8.
const byteOrderMark = "\uFEFF"

// CSV writes a row for each field that differs, in the format's own words; of two
// different dossiers a row for each thing that is counted. No cell is one that a
// spreadsheet runs.
func (c *Changes) CSV(w io.Writer) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	var err error
	write := func(cells ...string) {
		for i := range cells {
			cells[i] = cell.Guard(cells[i])
		}
		if err == nil {
			err = out.Write(cells)
		}
	}
	if c.Sides != nil {
		c.writeSides(write)
	} else {
		c.writeChanges(write)
	}
	if out.Flush(); err == nil {
		err = out.Error()
	}
	return err
}

func (c *Changes) writeChanges(write func(...string)) {
	write("table", "id", "change", "field", "before", "after")
	for i := range c.All {
		of := &c.All[i]
		for _, f := range c.Fields(of) {
			write(of.Table, of.ID, string(of.Kind), f.Name, f.Before, f.After)
		}
	}
}

func (c *Changes) writeSides(write func(...string)) {
	write("what", "of", c.From.Name, c.To.Name)
	a, b := &c.Sides[0], &c.Sides[1]
	write("version", "", a.Version, b.Version)
	for i, n := range a.Records {
		write("records", n.Table, strconv.Itoa(n.Records), strconv.Itoa(b.Records[i].Records))
	}
	for i, s := range a.Claims {
		write("figures", s.Name, strconv.Itoa(s.N), strconv.Itoa(b.Claims[i].N))
	}
	write("promises", "", strconv.Itoa(a.All), strconv.Itoa(b.All))
	for i, s := range a.Promises {
		write("promises", s.Name, strconv.Itoa(s.N), strconv.Itoa(b.Promises[i].N))
	}
}

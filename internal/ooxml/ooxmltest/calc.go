package ooxmltest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The filters by which LibreOffice saves spreadsheets.
const (
	CalcXLSX = "Calc MS Excel 2007 XML"
	CalcODS  = "calc8"
	CalcCSV  = "Text - txt - csv (StarCalc)"
)

// CSVOptions are those of a filter that saves each sheet as a file of its own,
// NAME-Sheet.csv: what stands between cells, and the number of an encoding.
func CSVOptions(comma, encoding string) string {
	return comma + ",34," + encoding + ",1,,0,false,true,false,false,false,-1"
}

// Jobs are what LibreOffice is to do, one after another.
type Jobs struct{ lines []string }

func (j *Jobs) add(parts ...string) *Jobs {
	j.lines = append(j.lines, strings.Join(parts, "\t"))
	return j
}

// Open opens a spreadsheet.
func (j *Jobs) Open(path string) *Jobs { return j.add("open", path) }

// Text writes a text into a cell.
func (j *Jobs) Text(sheet, cell, text string) *Jobs { return j.add("text", sheet, cell, text) }

// Type writes into a cell what is then taken as if it had been typed.
func (j *Jobs) Type(sheet, cell, text string) *Jobs { return j.add("type", sheet, cell, text) }

// Save saves the spreadsheet by a filter.
func (j *Jobs) Save(path, filter, options string) *Jobs { return j.add("save", path, filter, options) }

// Close closes the spreadsheet.
func (j *Jobs) Close() *Jobs { return j.add("close") }

// Calc has LibreOffice do jobs, in one go: starting it takes seconds.
func Calc(t testing.TB, jobs *Jobs) {
	t.Helper()
	Needs(t, "soffice")
	dir := t.TempDir()
	profile := "-env:UserInstallation=file://" + dir
	Tool(t, "soffice", profile, "--headless", "--terminate_after_init") // which makes the profile
	basic := filepath.Join(dir, "user", "basic", "Standard")
	list := filepath.Join(dir, "jobs")
	for path, content := range map[string]string{
		filepath.Join(basic, "script.xlb"): calcLibrary, filepath.Join(basic, "Jobs.xba"): calcModule,
		list: strings.Join(jobs.lines, "\n") + "\n",
	} {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("CALC_JOBS", list)
	Tool(t, "soffice", profile, "--headless", "--norestore", "macro:///Standard.Jobs.Main")
}

const calcLibrary = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Jobs"/>
</library:library>
`

// calcModule does what the file of jobs says, a line each, with tabs between the parts.
const calcModule = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Jobs" script:language="StarBasic">Sub Main
  On Error Resume Next
  Dim files, lines, doc, parts, hidden(0) As New com.sun.star.beans.PropertyValue, how(1) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  how(0).Name = "FilterName" : how(1).Name = "FilterOptions"
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  lines = createUnoService("com.sun.star.io.TextInputStream")
  lines.setInputStream(files.openFileRead(ConvertToURL(Environ("CALC_JOBS"))))
  lines.setEncoding("UTF-8")
  Do While Not lines.isEOF()
    parts = Split(lines.readLine(), Chr(9))
    Select Case parts(0)
    Case "open"
      doc = StarDesktop.loadComponentFromURL(ConvertToURL(parts(1)), "_blank", 0, hidden())
    Case "text"
      doc.Sheets.getByName(parts(1)).getCellRangeByName(parts(2)).setString(parts(3))
    Case "type"
      doc.Sheets.getByName(parts(1)).getCellRangeByName(parts(2)).setFormula(parts(3))
    Case "save"
      how(0).Value = parts(2) : how(1).Value = parts(3)
      doc.storeToURL(ConvertToURL(parts(1)), how())
    Case "close"
      doc.close(True)
    End Select
  Loop
  StarDesktop.terminate()
End Sub
</script:module>
`

package kept

import (
	"bytes"
	"encoding/json"
)

// JSON is how files that people may look into are written: indented, with <, > and & as
// they are.
func JSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(v)
	return b.Bytes(), err
}

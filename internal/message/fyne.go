package message

import (
	"encoding/json"
	"regexp"
)

var named = regexp.MustCompile(`\{([A-Z]\w*)\}`)

// ForFyne is a file of messages in the syntax of Fyne's lang.
func ForFyne(file []byte) ([]byte, error) {
	var all map[string]any
	if err := json.Unmarshal(file, &all); err != nil {
		return nil, err
	}
	text := func(v any) any {
		s, _ := v.(string)
		return named.ReplaceAllString(s, "{{.$1}}")
	}
	for key, v := range all {
		forms, ok := v.(map[string]any)
		if !ok {
			all[key] = text(v)
			continue
		}
		for form, s := range forms {
			forms[form] = text(s)
		}
	}
	return json.Marshal(all)
}

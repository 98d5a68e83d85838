package main

import (
	_ "embed"

	"github.com/BurntSushi/toml"
)

//go:embed FyneApp.toml
var appFile string

// version is the app's version. FyneApp.toml is its one place; packages take it from there too.
func version() string {
	var app struct{ Details struct{ Version string } }
	if _, err := toml.Decode(appFile, &app); err != nil {
		return "unknown"
	}
	return app.Details.Version
}

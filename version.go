package main

import (
	_ "embed"
	"sync"

	"github.com/BurntSushi/toml"
)

//go:embed FyneApp.toml
var appFile string

// details are what FyneApp.toml tells of the app: it is their one place, packages take them from there too.
type details struct{ ID, Version string }

// app reads the app's details.
var app = sync.OnceValue(func() details {
	var file struct{ Details details }
	if _, err := toml.Decode(appFile, &file); err != nil {
		return details{Version: "unknown"}
	}
	return file.Details
})

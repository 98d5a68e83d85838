module beltroad/packaging/macos

go 1.26.0

require (
	github.com/fyne-io/oksvg v0.2.0
	github.com/jackmordaunt/icns/v3 v3.0.1
	github.com/micromdm/plist v0.2.2
	github.com/srwiley/rasterx v0.0.0-20220730225603-2ab79fcdd4ef
)

require (
	github.com/nfnt/resize v0.0.0-20180221191011-83c6a9932646 // indirect
	golang.org/x/image v0.24.0 // indirect
	golang.org/x/net v0.35.0 // indirect
	golang.org/x/text v0.22.0 // indirect
)

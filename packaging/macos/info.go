package main

import "github.com/micromdm/plist"

// The program within the bundle, its icon, and the oldest macOS that Go's
// programs run on.
const (
	executable = "beltroad"
	iconFile   = "icon.icns"
	oldest     = "12.0"
)

// info is the app's Info.plist.
type info struct {
	DevelopmentRegion  string   `plist:"CFBundleDevelopmentRegion"`
	DisplayName        string   `plist:"CFBundleDisplayName"`
	Executable         string   `plist:"CFBundleExecutable"`
	IconFile           string   `plist:"CFBundleIconFile"`
	Identifier         string   `plist:"CFBundleIdentifier"`
	InfoVersion        string   `plist:"CFBundleInfoDictionaryVersion"`
	Name               string   `plist:"CFBundleName"`
	PackageType        string   `plist:"CFBundlePackageType"`
	ShortVersion       string   `plist:"CFBundleShortVersionString"`
	SupportedPlatforms []string `plist:"CFBundleSupportedPlatforms"`
	Version            string   `plist:"CFBundleVersion"`
	Category           string   `plist:"LSApplicationCategoryType"`
	MinimumSystem      string   `plist:"LSMinimumSystemVersion"`
	HighResolution     bool     `plist:"NSHighResolutionCapable"`
	Copyright          string   `plist:"NSHumanReadableCopyright"`
	GraphicsSwitching  bool     `plist:"NSSupportsAutomaticGraphicsSwitching"`
}

func infoOf(name, id, version, build string) info {
	return info{
		DevelopmentRegion: "en", DisplayName: name, Executable: executable, IconFile: iconFile, Identifier: id, InfoVersion: "6.0",
		Name: name, PackageType: "APPL", ShortVersion: version, SupportedPlatforms: []string{"MacOSX"}, Version: build,
		Category: "public.app-category.education", MinimumSystem: oldest, HighResolution: true,
		Copyright: "BSD 3-Clause Licence", GraphicsSwitching: true,
	}
}

func (i info) encoded() ([]byte, error) { return plist.MarshalIndent(i, "\t") }

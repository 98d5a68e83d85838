; The installer: for one user, who needs no administrator for it. What it has
; to know, build defines on the command line.
;
;     setup.exe [/S] [/D=FOLDER]         /S asks nothing
;     uninstall.exe [/S] [/PURGE]        /PURGE takes the settings away too

Unicode true
Target amd64-unicode
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey /LANG=0 ProductName "${NAME}"
VIAddVersionKey /LANG=0 ProductVersion "${VERSION}"
VIAddVersionKey /LANG=0 FileVersion "${VERSION}"
VIAddVersionKey /LANG=0 FileDescription "${NAME} Setup"
VIAddVersionKey /LANG=0 CompanyName "${PUBLISHER}"
VIAddVersionKey /LANG=0 LegalCopyright "${COPYRIGHT}"

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define OPENS_KEY "Software\Classes\Applications\beltroad.exe"
!define CLASSES "Software\Classes"
!define SHORTCUT "$SMPROGRAMS\${NAME}.lnk"
; Where the app keeps what its user made, and what it can make again; Fyne names the folders.
!define MADE "$APPDATA\fyne"
!define CACHE "$LOCALAPPDATA\fyne"

!define MUI_ICON "${PICTURES}/app.ico"
!define MUI_UNICON "${PICTURES}/app.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURES}/sidebar.bmp"
!define MUI_WELCOMEPAGE_TEXT "${NAME} ${VERSION} will be installed for you alone, in$\r$\n$INSTDIR.$\r$\n$\r$\nIt works without a network, and takes a moment."
!define MUI_FINISHPAGE_RUN "$INSTDIR\beltroad.exe"
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_COMPONENTSPAGE_TEXT_TOP "The program goes. What you made with it stays, unless you tick it."
!define MUI_UNTEXT_COMPONENTS_TITLE "Uninstall ${NAME}"
!define MUI_UNTEXT_COMPONENTS_SUBTITLE "What is to go?"
SpaceTexts none
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English

; The signature of the uninstaller has to be made before it is packed.
!uninstfinalize '"${SIGN}" "%1"' = 0

; A double click on a file with this end opens it in the app. TYPE is the name of its kind in the registry.
!macro REGISTER END TYPE NAME
  WriteRegStr HKCU "${CLASSES}\${END}" "" "${TYPE}"
  WriteRegStr HKCU "${CLASSES}\${END}\OpenWithProgids" "${TYPE}" ""
  WriteRegStr HKCU "${CLASSES}\${TYPE}" "" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\DefaultIcon" "" "$INSTDIR\beltroad.exe,0"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\shell\open\command" "" '"$INSTDIR\beltroad.exe" "%1"'
!macroend

; Another program may have taken the end since: then it keeps it.
!macro UNREGISTER END TYPE
  DeleteRegKey HKCU "${CLASSES}\${TYPE}"
  DeleteRegValue HKCU "${CLASSES}\${END}\OpenWithProgids" "${TYPE}"
  ReadRegStr $0 HKCU "${CLASSES}\${END}" ""
  ${If} $0 == "${TYPE}"
    DeleteRegValue HKCU "${CLASSES}\${END}" ""
  ${EndIf}
  DeleteRegKey /ifempty HKCU "${CLASSES}\${END}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${END}"
!macroend

; Has the desktop look again which types there are.
!define CHANGED "System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'"

; A program that runs cannot be replaced or deleted.
!macro WAIT_FOR_END
  again:
  ${If} ${FileExists} "$INSTDIR\beltroad.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\beltroad.exe" a
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} is open. Please close it, then try again." /SD IDCANCEL IDRETRY again
      Abort "${NAME} is open."
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Section
  SetOutPath "$INSTDIR"
  !insertmacro WAIT_FOR_END
  File "${FILES}\beltroad.exe"
  File "${FILES}\LICENSE.txt"
  File "${FILES}\THIRD_PARTY_NOTICES.txt"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "${SHORTCUT}" "$INSTDIR\beltroad.exe"

  !insertmacro REGISTER ".lesson" "beltroad.lesson" "Lesson"
  !insertmacro REGISTER ".dossier" "beltroad.dossier" "Dossier"
  ${CHANGED}
  ; Windows knows the last end of a name alone, and *.json is not ours to take: the app is among those that open it.
  WriteRegStr HKCU "${OPENS_KEY}" FriendlyAppName "${NAME}"
  WriteRegStr HKCU "${OPENS_KEY}\SupportedTypes" ".json" ""
  WriteRegStr HKCU "${OPENS_KEY}\SupportedTypes" ".zip" ""
  WriteRegStr HKCU "${OPENS_KEY}\shell\open\command" "" '"$INSTDIR\beltroad.exe" "%1"'

  WriteRegStr HKCU "${UNINSTALL_KEY}" DisplayName "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" DisplayVersion "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" Publisher "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" DisplayIcon "$INSTDIR\beltroad.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" InstallLocation "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" UninstallString '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" NoModify 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" NoRepair 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" EstimatedSize $0
SectionEnd

Section "un.The program"
  SectionIn RO
  !insertmacro WAIT_FOR_END
  ; Only what was installed goes: the folder may hold other things.
  Delete "$INSTDIR\beltroad.exe"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\THIRD_PARTY_NOTICES.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  RMDir "$LOCALAPPDATA\Programs" ; unless others are there
  Delete "${SHORTCUT}"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${OPENS_KEY}"
  !insertmacro UNREGISTER ".lesson" "beltroad.lesson"
  !insertmacro UNREGISTER ".dossier" "beltroad.dossier"
  ${CHANGED}
  RMDir /r "${CACHE}\${ID}"
  RMDir "${CACHE}"
SectionEnd

Section /o "un.What you made: settings, notes, lessons, dossiers" settings
  RMDir /r "${MADE}\${ID}"
  RMDir "${MADE}"
SectionEnd

Function un.onInit
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/PURGE" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${settings}
  ${EndIf}
FunctionEnd

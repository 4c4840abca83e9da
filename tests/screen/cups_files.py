# SPDX-License-Identifier: MIT
"""What a private cupsd reads: its settings, its printers and the program that stands for a printer."""

from __future__ import annotations

# Source: cupsd.conf(5) of CUPS 2.4; {keep} is its default, 86400, unless a test says otherwise.
CUPSD_CONF = """\
Listen {root}/s
LogLevel warn
Browsing No
WebInterface No
DefaultAuthType None
PreserveJobFiles {keep}
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
{forbidden}
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
# Who it runs as, and where everything is.  Source: the page of cups-files.conf in section 5
FILES_CONF = """\
ServerRoot {root}
ServerBin {root}/bin
CacheDir {root}/cache
StateDir {root}/state
RequestRoot {root}/spool
TempDir {root}/spool/tmp
DocumentRoot {root}
Printcap
AccessLog {root}/access_log
ErrorLog {root}/error_log
PageLog {root}/page_log
User {user}
Group {group}
SystemGroup {group}
"""
PRINTER = """\
<Printer {name}>
Info {name}
DeviceURI {backend}:{root}/printed
State Idle
StateTime 1000000000
Type 4
Accepting {accepting}
Shared {shared}
JobSheets none none
QuotaPeriod 0
PageLimit 0
KLimit 0
OpPolicy default
ErrorPolicy abort-job
</Printer>
"""
# A queue that stands for others.  Source: classes.conf(5)
CLASS = """\
<Class {name}>
Info {name}
State Idle
StateTime 1000000000
Accepting Yes
Shared No
JobSheets none none
Printer Office
QuotaPeriod 0
PageLimit 0
KLimit 0
OpPolicy default
ErrorPolicy retry-current-job
</Class>
"""
# The printer takes PDF as it is: no filter stands between.  Source: PPD extensions of CUPS, cupsFilter2
PPD = """\
*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "SPOOL.PPD"
*Product: "(Spool)"
*Manufacturer: "Test"
*ModelName: "Spool"
*ShortNickName: "Spool"
*NickName: "Spool"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*cupsFilter2: "{takes} {takes} 0 -"
*OpenUI *PageSize/Media Size: PickOne
*OrderDependency: 10 AnySetup *PageSize
*DefaultPageSize: A4
*PageSize A4/A4: ""
*CloseUI: *PageSize
*OpenUI *PageRegion/Media Size: PickOne
*OrderDependency: 10 AnySetup *PageRegion
*DefaultPageRegion: A4
*PageRegion A4/A4: ""
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
*OpenUI *Duplex/Two-Sided: PickOne
*OrderDependency: 20 AnySetup *Duplex
*DefaultDuplex: None
*Duplex None/Off: ""
*Duplex DuplexNoTumble/Long Edge: ""
*Duplex DuplexTumble/Short Edge: ""
*CloseUI: *Duplex
"""
# Arguments: job user title copies options [file].  Source: backend(7)
BACKEND = """\
#!/bin/sh
[ $# -eq 0 ] && exit 0
out="${DEVICE_URI#*:}"
cat "${6:--}" > "$out/$1.job" || exit 1
printf '%s\\n' "$1" "$2" "$3" "$4" "$5" > "$out/$1.words" || exit 1
echo "$1" > "$out/bell"
"""
FORBIDDEN = """\
  <Limit Create-Job Print-Job Validate-Job>
    AuthType Basic
    Require user nobody-at-all
    Order deny,allow
  </Limit>"""

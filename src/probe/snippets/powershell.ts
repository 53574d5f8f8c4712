import type { LoginServer } from '../../diagnosis/reading.js';

/**
 * The probe for Windows PowerShell 5.1 and PowerShell 7. It takes any certificate, to tell whose it is, and sends
 * nothing but a request without a sign-in.
 */
export function powershellProbe(registry: LoginServer): string {
  return [
    `&{$R='${registry}';$g={,[Text.Encoding]::ASCII.GetBytes($args[0])}`,
    '$o=@("registry $R","from laptop","at "+(Get-Date).ToUniversalTime().ToString("s")+"Z")',
    '$d=@(Resolve-DnsName $R -EA 0);$a=@($d.IPAddress|?{$_})-join","',
    '$c=(@($d.NameHost|?{$_})-join">").ToLower()',
    'if($a){if(!$c){$c="-"};$o+="dns $R resolver - cname $c addr $a"}',
    'try{$o+="lookup $R addr "+(@([Net.Dns]::GetHostAddresses($R)|%{"$_"})-join",")}catch{}',
    '$t=[Net.Sockets.TcpClient]::new();$k=try{if($t.ConnectAsync($R,443).Wait(4000)){"ok"}else{"timeout"}}catch{"other"}',
    '$o+="tcp $R $k";if($k-eq"ok"){$x=@{};try{$s=[Net.Security.SslStream]::new($t.GetStream(),0,{$x.e=[int]$args[3];$x.i=$args[1].Issuer;1})',
    '$s.ReadTimeout=8000;$s.AuthenticateAsClient($R,$null,"Tls12",0)',
    '$i=if($x.i-match"O=([^,]+)"){($matches[1]-replace"[^A-Za-z0-9()-]+"," ").Trim()}else{"-"}',
    '$v=if(!$x.e){"ok"}elseif($x.e-band 2){"name-mismatch"}else{"untrusted"};$o+="tls $R $v issuer $i"',
    'if(!$x.e){$b=&$g "GET /v2/ HTTP/1.0`r`nHost: $R`r`n`r`n";$s.Write($b,0,$b.Length);$q=[IO.StreamReader]::new($s).ReadToEnd()',
    'if($q-match"^HTTP\\S+ (\\d+)"){$n=$matches[1];$m=if($q-match\'realm="https://([a-z0-9.-]+)\'){$matches[1]}else{"-"}',
    '$o+="v2 $R $n challenge $m"}}}catch{}}',
    '$h=-join([Security.Cryptography.SHA256]::Create().ComputeHash((&$g(($o-join"`n")+"`n")))|%{$_.ToString("x2")})',
    '"--- acr-help probe 1";$o;"--- $($o.Count) sha256 "+$h.Substring(0,12)}',
  ].join('\n');
}

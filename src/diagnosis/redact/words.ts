const split = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** Words of which stand-ins are made (`YOUR_REGISTRY_PASSWORD`, `myToken`); a value of only these is no secret. */
export const PLACEHOLDER_WORDS = split(`
  your my the a an some this that his her their our insert enter put paste replace with put-your fill in here
  acr registry docker container azure az client app application sp spn service principal admin user username
  access refresh identity bearer basic token tokens secret secrets password passwords passwd pwd pw pass key keys
  value values string text name id from for of new old current actual real generated placeholder todo tbd
  passwort kennwort geheimnis ihr dein contraseña clave senha mot de passe пароль
  hidden sensitive redacted masked removed omitted censored confidential private unset
`);

/** Words that follow `password`, `secret` or `token` in messages, help texts and configuration without being one. */
export const ERROR_WORDS = split(`
  byte bytes is was are were be been being isn't wasn't aren't has had have hasn't will would can cannot can't could should must
  may might shall do does did not no yes none null nil undefined true false on off ok n/a na empty blank missing
  required optional invalid incorrect wrong bad expired expires expiring expiry valid correct right good unknown
  unset set reset changed change changes rejected refused denied failed fails failure failing fail error errors
  disabled enabled accepted authentication authenticated authorization unauthorized forbidden login logging
  logged succeeded success successful string text str int bool boolean stdin file prompt input via using use used and or
  but nor if when then than so because since for from to of in on at by with without as into over under between
  it its it's this that these those there here the a an any some all both each either neither only just also again still
  already always never now please try check see get got copy store stored save saved saving unencrypted encrypted
  insecure secure hidden sensitive redacted masked provided supplied given entered specified type typed name
  value values field option flag argument parameter credential credentials credhelper username user users registry
  password passwords passwd pwd secret secrets token tokens key keys client server service principal account admin
  cli command deprecated ignored removed regenerated rotated revoked not-set length policy requirements age min max
  characters contains contain does doesn't don't didn't won't was-not found matched mismatch match matches
  warning info debug fatal trace notice removing using unable could-not couldn't request response retry retrying
  bearer basic digest anonymous managed kubernetes dockerconfigjson opaque generic password1 password2
  pull push access refresh identity lookup manager store helper wincred desktop osxkeychain secretservice pass
  authority issuer audience scope endpoint exchange validation acquisition request claims cache type plaintext
  ist sind war waren wird wurde werden worden falsch abgelaufen ungültig unbekannt fehlt leer nicht kein keine
  erforderlich gesperrt geändert zurückgesetzt und oder aber wenn weil für von der die das den dem ein eine im in am
  läuft stimmt gültig korrekt richtig fehler fehlgeschlagen abgelehnt verweigert eingeben bitte neu mehr noch immer
  est sont était expiré expirée incorrecte incorrecto incorrecta invalide inválido inválida manquant faux
  et ou mais pas plus pour de du des la le les un une dans avec sans doit être vide obligatoire requis erreur refusé
  es son está fue ha caducado caducada expirado expirada falta vacío vacía vacia y o pero no para con sin debe ser error
  è sono scaduto scaduta scaduto errato errata errate sbagliata valida valido mancante non per con di il lo da
  é foi está errada errado expirou incorreta incorreto vazia e ou mas não para com sem obrigatória senha
  неверный неверен неправильный истёк истек просрочен не и или для от был устарел недействителен обязателен пуст
  contraseña kennwort passwort пароль caducó venció vencida vencido incorrects
`);

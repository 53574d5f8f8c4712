/** Schritte zu Grenzen. */
export const limitSteps = {
  'limit-wait':
    'Warten Sie so lange, wie der Header `Retry-After` sagt, und versuchen Sie es dann noch einmal. Lassen Sie Skripts nach jedem Fehlschlag länger warten.',
  'limit-fewer-requests':
    'Lassen Sie weniger Pulls und Pushes gleichzeitig laufen, und verwenden Sie Images wieder, die schon da sind.',
  'limit-own-identity':
    'Melden Sie sich mit einer eigenen Identität an. Alle anonymen Aufrufer teilen sich eine Grenze, und ebenso alle, die den Administratorbenutzer verwenden.',
  'limit-higher-tier':
    'Kommt es oft vor, bitten Sie den Registrierungsbesitzer, einen höheren Tarif zu wählen, oder fragen Sie den Microsoft-Support.',
  'quota-look': 'Sehen Sie nach, wie weit die Grenzen ausgeschöpft sind.',
  'quota-delete-images':
    'Löschen Sie Images und Tags, die niemand braucht. Der Platz ist nach einigen Minuten wieder frei.',
  'quota-higher-tier':
    'Oder bitten Sie den Registrierungsbesitzer, einen höheren Tarif zu wählen. Mehr als 40 TiB fasst keine Registrierung.',
} as const;

package smarttravel.ingest.structured.items;

/** What a property holds: a text or another item. */
public sealed interface ItemValue permits Item, ItemText {}

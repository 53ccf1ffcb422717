/** What batches use of the library hyparquet-writer. The package has these parts built in. */
export { ByteWriter, ParquetWriter } from 'hyparquet-writer';

/** What batches use of the library hyparquet-writer. The package has these parts built in. */
export { parquetWriteBuffer } from 'hyparquet-writer';
